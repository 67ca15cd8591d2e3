package org.postrider.journey;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that has ended.
 *
 * @param output what it printed as its result
 * @param messages what it said on the side
 */
record Finished(int exitCode, String output, String messages) {

  JsonNode json() {
    return JsonMapper.shared().readTree(output);
  }
}
