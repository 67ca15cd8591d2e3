package org.postrider.post.site;

/** A permalink template asks for something that posts do not have. */
public final class UnknownPlaceholder extends Exception {
  private static final long serialVersionUID = 1;

  private final String template;

  UnknownPlaceholder(String name, String template) {
    super(name);
    this.template = template;
  }

  /** With its colon. */
  public String placeholder() {
    return ":" + getMessage();
  }

  public String template() {
    return template;
  }
}
