package org.postrider.cli;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.postrider.app.Postrider;
import org.postrider.publish.KnownPosts;
import org.postrider.publish.PostState;
import org.postrider.publish.PublishReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code publish}: one pass now. */
@Command(
    name = "publish",
    description = "One pass now: scans the folder, writes the feeds, queues what is new.",
    footer = {"", "Example:  postrider publish --deliver"})
final class PublishCommand implements Runnable {

  @ParentCommand private RootCommand root;

  @Option(names = "--dry-run", description = "Only say what a pass would do.")
  private boolean dryRun;

  @Option(names = "--deliver", description = "Also send all letters that are due.")
  private boolean deliver;

  @Override
  public void run() {
    try (Postrider postrider = root.open()) {
      PublishReport report = dryRun ? postrider.publishRun().look() : postrider.publishRun().run();
      boolean sender = !deliver || dryRun || postrider.dispatcher().sendDue();
      tell(report, sender);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(PublishReport report, boolean sender) {
    Console console = root.console();
    report.notices().forEach(notice -> console.warn("postrider: " + notice));
    if (root.isJson()) {
      console.json(asJson(report));
      return;
    }
    for (PublishReport.Announced announced : report.announced()) {
      console.say(
          dryRun
              ? "Would announce \"" + announced.title() + "\"."
              : "Announced \""
                  + announced.title()
                  + "\" to "
                  + Words.count(announced.readers(), "reader")
                  + ".");
    }
    report.posts().forEach(this::tellTrouble);
    console.say(summary(report));
    if (!sender) {
      console.say("Another process is sending; it will deliver the letters.");
    }
  }

  private void tellTrouble(KnownPosts.Listed post) {
    if (post.state() == PostState.HELD) {
      root.console().say("Held " + post.path() + ": " + post.why() + ".");
    }
    post.problem().ifPresent(problem -> root.console().say("Broken " + problem));
  }

  private static String summary(PublishReport report) {
    Map<PostState, Long> counts = new EnumMap<>(PostState.class);
    report.posts().forEach(post -> counts.merge(post.state(), 1L, Long::sum));
    String states =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().word())
            .collect(Collectors.joining(", "));
    return Words.count(report.posts().size(), "post")
        + (states.isEmpty() ? "" : ": " + states)
        + "; the feeds "
        + (report.feedsChanged() ? "changed." : "are as before.");
  }

  private static Map<String, Object> asJson(PublishReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("announced", report.announced());
    json.put("feedsChanged", report.feedsChanged());
    json.put("notices", report.notices());
    json.put("posts", report.posts().stream().map(Rows::post).toList());
    return json;
  }
}
