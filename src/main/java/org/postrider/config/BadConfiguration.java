package org.postrider.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration file can't be used; says every reason. */
public final class BadConfiguration extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  public BadConfiguration(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** In the order of their lines. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One mistake.
   *
   * @param file as it was named to the program
   * @param line from 1; 0 when it concerns the whole file
   * @param column from 1; 0 when it concerns the whole file
   * @param key such as {@code schedule.scan}; empty when none is meant
   * @param reason what is wrong, with the quoted value
   * @param remedy what to write instead
   */
  public record Mistake(
      String file, int line, int column, String key, String reason, String remedy) {

    @Override
    public String toString() {
      return file
          + ":"
          + (line > 0 ? line + ":" + (column > 0 ? column + ":" : "") : "")
          + " "
          + (key.isEmpty() ? "" : key + ": ")
          + reason
          + (remedy.isEmpty() ? "" : "; " + remedy);
    }
  }
}
