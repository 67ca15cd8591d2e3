package org.postrider.template;

/** A template can't be rendered, and there is no earlier form of it to fall back on. */
public final class BadTemplate extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient TemplateProblem problem;

  public BadTemplate(TemplateProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  public TemplateProblem problem() {
    return problem;
  }
}
