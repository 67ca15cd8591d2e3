package org.postrider.subscriber;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values (RFC 4180), also with any line end, and with semicolons or tabs,
 * whichever separator comes first in the file. A quote inside an unquoted field is a character.
 */
final class CsvRecords {

  private static final int LONGEST = 20_000;
  private static final int END = -1;
  private static final int UNDECIDED = -2;

  private final java.io.Reader text;
  private int separator = UNDECIDED;
  private int ahead;
  private int line = 1;

  CsvRecords(java.io.Reader text) throws IOException {
    this.text = text;
    this.ahead = text.read();
    if (ahead == '\uFEFF') {
      ahead = text.read();
    }
  }

  /**
   * One record.
   *
   * @param line where it begins, from 1
   * @param fault why it can't be used
   */
  record Fields(int line, List<String> values, Optional<String> fault) {

    boolean isBlank() {
      return fault.isEmpty() && values.stream().allMatch(String::isBlank);
    }
  }

  /** The next record; empty at the end. */
  Optional<Fields> next() throws IOException {
    if (ahead == END) {
      return Optional.empty();
    }
    int start = line;
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    int length = 0;
    for (int next = read(); ; next = read()) {
      if (next == END || next == '\n' && !quoted) {
        values.add(value.toString());
        return Optional.of(new Fields(start, values, fault(quoted, length)));
      } else if (next == '"' && !quoted && value.isEmpty()) {
        quoted = true;
      } else if (next == '"' && quoted && ahead != '"') {
        quoted = false;
      } else if (!quoted && isSeparator(next)) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        // RFC 4180 section 2.7: "a double-quote appearing inside a field must be escaped by
        // preceding it with another double quote".
        int kept = quoted && next == '"' ? read() : next;
        if (++length <= LONGEST) {
          value.append((char) kept);
        }
      }
    }
  }

  private static Optional<String> fault(boolean quoted, int length) {
    if (quoted) {
      return Optional.of(
          "a quote is opened and never closed; nothing after this line could be read");
    }
    return length > LONGEST
        ? Optional.of("the row is longer than " + LONGEST + " characters")
        : Optional.empty();
  }

  private boolean isSeparator(int character) {
    if (separator == UNDECIDED && (character == ',' || character == ';' || character == '\t')) {
      separator = character;
    }
    return character == separator;
  }

  /** The next character; every kind of line end is one line feed. */
  private int read() throws IOException {
    int character = ahead;
    ahead = character == END ? END : text.read();
    if (character == '\r') {
      ahead = ahead == '\n' ? text.read() : ahead;
      character = '\n';
    }
    if (character == '\n') {
      line++;
    }
    return character;
  }
}
