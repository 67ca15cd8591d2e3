package org.postrider.admin;

import java.util.Map;
import java.util.stream.Collectors;
import org.postrider.http.Exchange;
import org.postrider.http.Reply;
import org.postrider.monitor.Health;
import tools.jackson.databind.json.JsonMapper;

/** For programs that watch the daemon. */
record HealthPages(Health health) {

  private static final JsonMapper JSON = new JsonMapper();

  /** The process lives and answers. */
  Reply alive(Exchange exchange) {
    return Reply.text(200, "ok\n").unkept();
  }

  /** Every part works; or 503 with those that do not, as text or JSON. */
  Reply ready(Exchange exchange) {
    Map<String, String> faults = health.faults();
    int status = faults.isEmpty() ? 200 : 503;
    Reply reply =
        exchange.prefers("application/json")
            ? Reply.json(status, json(faults))
            : Reply.text(status, text(faults));
    return reply.unkept();
  }

  private static String json(Map<String, String> faults) {
    return JSON.writeValueAsString(Map.of("ready", faults.isEmpty(), "faults", faults)) + "\n";
  }

  private static String text(Map<String, String> faults) {
    return faults.isEmpty()
        ? "ready\n"
        : faults.entrySet().stream()
            .map(fault -> fault.getKey() + ": " + fault.getValue() + "\n")
            .collect(Collectors.joining());
  }
}
