package org.postrider.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postrider.config.Configuration;
import org.postrider.courier.Courier;
import org.postrider.courier.SmtpCourier;
import org.postrider.doctor.Checkup;
import org.postrider.doctor.Finding;
import org.postrider.post.PostsFolder;
import org.postrider.store.Database;
import org.postrider.template.Templates;

/**
 * Puts the check-up together. Makes neither folder nor database where there is none yet, and leaves
 * one that an older program made to the next start.
 */
public final class Checks {

  private Checks() {}

  /**
   * @param online whether to log in to the mail server
   */
  public static List<Finding> findings(Configuration configuration, boolean online) {
    List<Finding> findings = new ArrayList<>();
    Optional<Courier> relay = online ? relay(configuration, findings) : Optional.empty();
    try {
      Checkup checkup =
          new Checkup(
              configuration,
              new PostsFolder(configuration.site()),
              new Templates(configuration.templates()),
              relay);
      findings.addAll(0, checkup.findings());
      database(configuration.data()).ifPresent(findings::add);
      return findings;
    } finally {
      relay.ifPresent(Courier::close);
    }
  }

  private static Optional<Courier> relay(Configuration configuration, List<Finding> findings) {
    if (!configuration.mail().relay().isConfigured()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new SmtpCourier(configuration.mail(), configuration.web().url().getHost()));
    } catch (IllegalArgumentException e) {
      findings.add(new Finding(Finding.Level.ERROR, "mail.tls-ca", e.getMessage(), ""));
      return Optional.empty();
    }
  }

  private static Optional<Finding> database(Path data) {
    return Database.faultOfEmbedded(data)
        .map(fault -> new Finding(Finding.Level.ERROR, "data", fault, ""));
  }
}
