package org.postrider.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailLogTest {

  private static final MailLog.Subject SUBJECT = new MailLog.Subject("abc-7", "reader@a.example");
  private static final Instant NEXT = Instant.parse("2026-05-05T10:15:00.123Z");

  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("mail");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final MailLog log = new MailLog(logger);

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
  }

  @Test
  void eachEventIsOneLineWithItsConsequence() {
    tellEverything("451 4.7.1 greylisted");
    assertThat(told())
        .containsExactly(
            "letter=abc-7 sent (451 4.7.1 greylisted)",
            "letter=abc-7 deferred (451 4.7.1 greylisted), next try 2026-05-05T10:15:00Z",
            "letter=abc-7 failed (451 4.7.1 greylisted), not tried again");
  }

  @Test
  void noAddressIsToldAtInfoEvenWhenTheServerRepeatsIt() {
    tellEverything("550 5.1.1 <reader@a.example>: reader@a.example is not here");
    assertThat(told()).noneMatch(line -> line.contains("reader") || line.contains("a.example"));
    assertThat(told()).anyMatch(line -> line.contains("550 5.1.1 <…@…>: …@… is not here"));
  }

  @Test
  void addressesAreToldAtDebug() {
    logger.setLevel(Level.DEBUG);
    log.sent(SUBJECT, "250 ok");
    assertThat(told()).containsExactly("letter=abc-7 to=reader@a.example sent (250 ok)");
  }

  @Test
  void anAnswerCannotForgeASecondLineNorFillTheLog() {
    log.failed(SUBJECT, "550 no\r\nletter=8 sent\u2028\u0000" + "x".repeat(10_000));
    assertThat(told()).singleElement().asString().hasSizeLessThan(300).doesNotContainPattern("\\R");
  }

  private void tellEverything(String answer) {
    log.sent(SUBJECT, answer);
    log.deferred(SUBJECT, answer, NEXT);
    log.failed(SUBJECT, answer);
  }

  private List<String> told() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
