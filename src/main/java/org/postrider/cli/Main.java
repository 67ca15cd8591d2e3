package org.postrider.cli;

/** The program's entry. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int code = CommandLineRunner.run(Console.ofProcess(), arguments);
    if (code != 0) {
      System.exit(code);
    }
  }
}
