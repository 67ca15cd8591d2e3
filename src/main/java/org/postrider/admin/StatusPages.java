package org.postrider.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.postrider.http.Exchange;
import org.postrider.http.Reply;
import org.postrider.monitor.Health;
import org.postrider.publish.KnownPosts.Listed;
import org.postrider.publish.PostState;

/** How things stand, and what the operator can do about it. */
record StatusPages(Sheets sheets, Supplier<Status> status, Health health) {

  private static final int EDITIONS = 20;

  Reply front(Exchange exchange) {
    Status now = status.get();
    return sheets.render(
        200,
        "status",
        Map.of(
            "faults", health.faults(),
            "paused", now.paused(),
            "editions", now.editions().stream().limit(EDITIONS).toList(),
            "moreEditions", Math.max(0, now.editions().size() - EDITIONS),
            "service", now.service(),
            "counts", counts(now.posts()),
            "posts", now.posts().size(),
            "attention", attention(now.posts())));
  }

  Reply posts(Exchange exchange) {
    var newestFirst = new ArrayList<>(status.get().posts());
    newestFirst.sort(
        Comparator.comparing((Listed post) -> post.published().orElse(Instant.MAX)).reversed());
    return sheets.render(
        200, "posts", Map.of("posts", newestFirst.stream().map(StatusPages::values).toList()));
  }

  private static Map<String, Integer> counts(List<Listed> posts) {
    var counts = new TreeMap<String, Integer>();
    posts.forEach(post -> counts.merge(post.state().word(), 1, Integer::sum));
    return counts;
  }

  /** The posts that wait for the operator. */
  private static List<Map<String, Object>> attention(List<Listed> posts) {
    return posts.stream()
        .filter(post -> post.state() == PostState.HELD || post.state() == PostState.BROKEN)
        .map(StatusPages::values)
        .toList();
  }

  private static Map<String, Object> values(Listed post) {
    return Map.of(
        "path", post.path(),
        "title", post.title().isEmpty() ? post.path() : post.title(),
        "url", post.url(),
        "state", post.state().word(),
        "why", post.why(),
        "published", post.published().map(Object::toString).orElse(""),
        "language", post.language(),
        "problem", post.problem().map(Object::toString).orElse(""),
        "command", command(post));
  }

  private static String command(Listed post) {
    return post.state() == PostState.HELD ? "postrider posts release " + quoted(post.path()) : "";
  }

  /** As a shell takes it for one word. */
  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9._/=@%+,:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
