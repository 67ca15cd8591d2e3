package org.postrider.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where commands read their surroundings and write what they say: results to {@code out}, messages
 * to {@code err}, both in UTF-8 whatever the machine prefers.
 */
record Console(PrintStream out, PrintStream err, Map<String, String> environment, Output results) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Console ofProcess() {
    Output results = new Output(new FileOutputStream(FileDescriptor.out));
    return new Console(
        new PrintStream(results, true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getenv(),
        results);
  }

  void say(String sentence) {
    out.println(sentence);
  }

  void warn(String sentence) {
    err.println(sentence);
  }

  void json(Object value) {
    out.println(JSON.writeValueAsString(value));
  }
}
