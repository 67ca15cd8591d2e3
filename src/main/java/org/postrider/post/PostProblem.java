package org.postrider.post;

/**
 * Why a post can't be published, or what was repaired in it.
 *
 * @param file below the site's folder
 * @param line from 1; 0 when it concerns the whole file
 * @param column from 1; 0 when it concerns the whole line
 * @param reason what is wrong, with the quoted value
 * @param remedy what to do
 */
public record PostProblem(String file, int line, int column, String reason, String remedy) {

  @Override
  public String toString() {
    return file
        + ":"
        + (line > 0 ? line + ":" + (column > 0 ? column + ":" : "") : "")
        + " "
        + reason
        + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
