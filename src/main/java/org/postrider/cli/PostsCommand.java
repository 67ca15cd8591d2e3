package org.postrider.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.postrider.app.Postrider;
import org.postrider.publish.KnownPosts;
import org.postrider.publish.PostOrders;
import org.postrider.publish.PostState;
import org.postrider.publish.PublishReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code posts}: what is known of each post, and the operator's word on it. */
@Command(
    name = "posts",
    description = "Lists posts, and holds, releases, announces or skips them.",
    footer = {"", "Example:  postrider posts release 2026-05-05-a-walk.md"})
final class PostsCommand {

  @ParentCommand private RootCommand root;

  @Command(
      name = "list",
      description = "What is known of each post and why it is or is not news.",
      footer = {"", "Example:  postrider posts list --json"})
  void list() {
    try (Postrider postrider = root.open()) {
      PublishReport report = postrider.publishRun().look();
      if (root.isJson()) {
        root.console().json(report.posts().stream().map(Rows::post).toList());
        return;
      }
      report.notices().forEach(notice -> root.console().warn("postrider: " + notice));
      ZoneId zone = postrider.folder().site().timeZone();
      Table table = new Table("STATE", "DATE", "POST");
      for (KnownPosts.Listed post : report.posts()) {
        String date =
            post.published()
                .map(instant -> LocalDate.ofInstant(instant, zone).toString())
                .orElse("");
        table.row(post.state().word(), date, post.path());
        if (post.state() == PostState.HELD) {
          table.note(post.why());
        }
        post.problem().ifPresent(problem -> table.note(problem.toString()));
      }
      root.console().out().print(table.text());
    }
  }

  @Command(
      name = "accept",
      description = "Takes the folder as it is now, after a vanishing was held.",
      footer = {"", "Example:  postrider posts accept"})
  int accept() throws InterruptedException {
    try (Postrider postrider = root.open()) {
      return tell(List.of(postrider.orders().accept()));
    }
  }

  @Command(
      name = "hold",
      description = "Not mailed until released.",
      footer = {"", "Example:  postrider posts hold a-walk"})
  int hold(
      @Parameters(paramLabel = "POST", arity = "1..*", description = "Path, file name, slug or id.")
          List<String> names)
      throws InterruptedException {
    return give(PostOrders.Order.HOLD, names);
  }

  @Command(
      name = "release",
      description = "Lifts any hold and bypasses the flood rule.",
      footer = {"", "Example:  postrider posts release a-walk"})
  int release(
      @Parameters(paramLabel = "POST", arity = "1..*", description = "Path, file name, slug or id.")
          List<String> names)
      throws InterruptedException {
    return give(PostOrders.Order.RELEASE, names);
  }

  @Command(
      name = "announce",
      description = "Mails even an old one.",
      footer = {"", "Example:  postrider posts announce a-walk"})
  int announce(
      @Parameters(paramLabel = "POST", arity = "1..*", description = "Path, file name, slug or id.")
          List<String> names)
      throws InterruptedException {
    return give(PostOrders.Order.ANNOUNCE, names);
  }

  @Command(
      name = "skip",
      description = "Never mailed, stays in feeds.",
      footer = {"", "Example:  postrider posts skip a-walk"})
  int skip(
      @Parameters(paramLabel = "POST", arity = "1..*", description = "Path, file name, slug or id.")
          List<String> names)
      throws InterruptedException {
    return give(PostOrders.Order.SKIP, names);
  }

  private int give(PostOrders.Order order, List<String> names) throws InterruptedException {
    try (Postrider postrider = root.open()) {
      return tell(postrider.orders().give(order, names));
    }
  }

  private int tell(List<PostOrders.Answer> answers) {
    Console console = root.console();
    if (root.isJson()) {
      console.json(answers);
    } else {
      for (PostOrders.Answer answer : answers) {
        if (answer.done()) {
          console.say(answer.said());
        } else {
          console.warn("postrider: " + answer.said());
        }
      }
    }
    return answers.stream().allMatch(PostOrders.Answer::done) ? ExitCode.DONE : ExitCode.FAILED;
  }
}
