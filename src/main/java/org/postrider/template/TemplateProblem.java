package org.postrider.template;

/**
 * Why a template can't be used.
 *
 * @param file the file, or the template's name when it is a shipped one
 * @param line from 1; 0 when unknown
 */
public record TemplateProblem(String file, int line, String reason, String remedy) {

  @Override
  public String toString() {
    return file
        + ":"
        + (line > 0 ? line + ":" : "")
        + " "
        + reason
        + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
