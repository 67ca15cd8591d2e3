package org.postrider.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.postrider.config.LogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the log to the standard error stream, a line per event. */
public final class Logging {

  /** Libraries that talk more than operators want to hear. */
  private static final List<String> TALKATIVE =
      List.of(
          "org.eclipse.jetty",
          "org.quartz",
          "com.zaxxer.hikari",
          "org.flywaydb",
          "org.jdbi",
          "com.helger");

  private Logging() {}

  /** Tells what is at least as grave as {@code level}; libraries only warnings. */
  public static void to(LogSettings.Level level) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %replace(%logger){'org\\.postrider\\.([a-z]+).*','$1'} %msg%n%ex{6}");
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.valueOf(level.name()));
    TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
  }
}
