package org.postrider.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postrider.outbox.Books;
import org.postrider.post.PostProblem;
import org.postrider.publish.KnownPosts;
import org.postrider.subscriber.Reader;

/** The stable shapes of {@code --json}. Keys may be added, those here stay. */
final class Rows {

  private Rows() {}

  static Map<String, Object> post(KnownPosts.Listed post) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("path", post.path());
    row.put("id", post.id());
    row.put("url", post.url());
    row.put("title", post.title());
    row.put("published", instant(post.published()));
    row.put("updated", instant(post.updated()));
    row.put("language", post.language());
    row.put("categories", post.categories());
    row.put("tags", post.tags());
    row.put("state", post.state().word());
    row.put("why", post.why());
    row.put("problem", post.problem().map(Rows::problem).orElse(null));
    return row;
  }

  private static Map<String, Object> problem(PostProblem problem) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", problem.file());
    row.put("line", problem.line());
    row.put("column", problem.column());
    row.put("reason", problem.reason());
    row.put("remedy", problem.remedy());
    return row;
  }

  static Map<String, Object> reader(Reader reader) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("email", reader.address().text());
    row.put("state", reader.state().word());
    row.put("language", reader.language());
    row.put("topics", reader.topics());
    row.put("frequency", reader.frequency().word());
    row.put("joined", reader.joined().toString());
    row.put("confirmed", instant(reader.confirmed()));
    return row;
  }

  static Map<String, Object> books(Books books) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", books.id());
    row.put("post", books.post());
    row.put("subject", books.subject());
    row.put("addressed", books.addressed());
    row.put("waiting", books.waiting());
    row.put("inFlight", books.inFlight());
    row.put("deferred", books.deferred());
    row.put("sent", books.sent());
    row.put("failed", books.failed());
    row.put("cancelled", books.cancelled());
    row.put("unknown", books.unknown());
    return row;
  }

  private static String instant(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }
}
