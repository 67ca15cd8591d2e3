package org.postrider.template;

/** A template failed; says where. */
final class Fault extends Exception {

  private static final long serialVersionUID = 1;

  private final String template;
  private final transient TemplateProblem problem;

  /**
   * A fault.
   *
   * @param template the name of the template that holds the fault, which may be an included one
   */
  Fault(String template, TemplateProblem problem) {
    super(problem.toString(), null, false, false);
    this.template = template;
    this.problem = problem;
  }

  String template() {
    return template;
  }

  TemplateProblem problem() {
    return problem;
  }
}
