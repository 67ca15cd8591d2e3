package org.postrider.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postrider.config.BadConfiguration;
import org.postrider.config.Configuration;
import org.postrider.courier.Courier;
import org.postrider.post.FolderReading;
import org.postrider.post.Post;
import org.postrider.post.PostFile;
import org.postrider.post.PostProblem;
import org.postrider.post.PostsFolder;
import org.postrider.template.TemplateProblem;
import org.postrider.template.Templates;

/** Looks for everything that can be wrong, changing nothing. */
public final class Checkup {

  private final Configuration configuration;
  private final PostsFolder folder;
  private final Templates templates;
  private final Optional<Courier> relay;

  /**
   * @param relay to be tried out; empty: do not go online
   */
  public Checkup(
      Configuration configuration,
      PostsFolder folder,
      Templates templates,
      Optional<Courier> relay) {
    this.configuration = configuration;
    this.folder = folder;
    this.templates = templates;
    this.relay = relay;
  }

  /** The findings of a configuration that can't be used. */
  public static List<Finding> of(BadConfiguration bad) {
    return bad.mistakes().stream()
        .map(
            mistake ->
                new Finding(
                    Finding.Level.ERROR,
                    mistake.file() + ":" + (mistake.line() > 0 ? mistake.line() + ":" : ""),
                    (mistake.key().isEmpty() ? "" : mistake.key() + ": ") + mistake.reason(),
                    mistake.remedy()))
        .toList();
  }

  /** Everything found, posts first. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    posts(findings);
    templates(findings);
    settings(findings);
    online(findings);
    return findings;
  }

  private void posts(List<Finding> findings) {
    FolderReading reading = folder.read();
    if (!reading.present()) {
      findings.add(new Finding(Finding.Level.ERROR, "site.folder", reading.fault(), ""));
      return;
    }
    if (reading.files().isEmpty()) {
      findings.add(
          new Finding(
              Finding.Level.WARNING,
              "site.folder",
              configuration.site().folder() + " holds no post",
              "a Jekyll site keeps them in _posts, under names such as 2026-05-05-a-walk.md"));
    }
    for (String name : reading.undated()) {
      findings.add(
          finding(
              Finding.Level.WARNING,
              new PostProblem(
                  name,
                  1,
                  0,
                  "has no date in its name, so that it is passed over, as Jekyll does",
                  "if it is an essay, name it like 2026-05-05-its-name.md")));
    }
    Map<String, Post> urls = new HashMap<>();
    for (PostFile file : reading.files()) {
      if (file instanceof PostFile.Broken broken) {
        findings.add(finding(Finding.Level.ERROR, broken.problem()));
      } else if (file instanceof PostFile.Readable readable) {
        readable
            .post()
            .warnings()
            .forEach(warning -> findings.add(finding(Finding.Level.WARNING, warning)));
        conflict(findings, urls, readable.post());
      }
    }
  }

  private void conflict(List<Finding> findings, Map<String, Post> urls, Post post) {
    Post owner = post.draft() ? null : urls.putIfAbsent(post.url().toString(), post);
    if (owner != null) {
      findings.add(
          finding(
              Finding.Level.ERROR,
              new PostProblem(
                  post.path(),
                  1,
                  0,
                  "its URL " + post.url() + " is also that of " + owner.path(),
                  "give one of the two another slug, date or permalink")));
    }
  }

  private Finding finding(Finding.Level level, PostProblem problem) {
    Path file = configuration.site().folder().resolve(problem.file());
    return new Finding(
        level,
        shown(file) + ":" + Math.max(1, problem.line()) + ":",
        problem.reason(),
        problem.remedy());
  }

  /** A path as a person in the working directory would type it. */
  private static Path shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }

  private void templates(List<Finding> findings) {
    for (TemplateProblem problem : templates.problems()) {
      findings.add(
          new Finding(
              Finding.Level.ERROR,
              problem.file() + ":" + Math.max(1, problem.line()) + ":",
              problem.reason(),
              problem.remedy()));
    }
  }

  private void settings(List<Finding> findings) {
    if (!configuration.mail().relay().isConfigured()) {
      findings.add(
          new Finding(
              Finding.Level.INFO,
              "mail.smtp",
              "no mail server is set: letters go to the local mailbox and nothing leaves this machine",
              "set mail.smtp to send"));
      return;
    }
    unreachable(findings, "web.url", configuration.web().url().getHost());
    unreachable(findings, "mail.from", configuration.mail().from().address());
    if (!"https".equals(configuration.web().url().getScheme())) {
      findings.add(
          new Finding(
              Finding.Level.WARNING,
              "web.url",
              configuration.web().url()
                  + " is not https: mail clients offer one-click unsubscribing only over https (RFC 8058)",
              "put a reverse proxy with a certificate in front and give its address"));
    }
    if (configuration.mail().postalAddress().isEmpty()) {
      findings.add(
          new Finding(
              Finding.Level.WARNING,
              "mail.postal-address",
              "is empty: many countries want a postal address in letters to many readers",
              "set mail.postal-address"));
    }
  }

  /**
   * Names under .example are reserved and belong to nobody (RFC 2606 section 2): a left-over of the
   * shipped file.
   */
  private static void unreachable(List<Finding> findings, String key, String name) {
    if (name.endsWith(".example")) {
      findings.add(
          new Finding(
              Finding.Level.WARNING,
              key,
              "\"" + name + "\" is a placeholder that nobody can reach",
              "set " + key + " to your own"));
    }
  }

  private void online(List<Finding> findings) {
    relay.ifPresent(
        courier -> {
          String fault = courier.tryOut();
          if (!fault.isEmpty()) {
            findings.add(
                new Finding(
                    Finding.Level.ERROR,
                    "mail.smtp",
                    fault,
                    "check mail.smtp, its user and password, and that the server lets this machine in"));
          }
        });
  }
}
