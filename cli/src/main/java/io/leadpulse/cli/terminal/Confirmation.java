package io.leadpulse.cli.terminal;

import java.io.Console;
import java.util.Locale;

/** Asks the person at the terminal before something that cannot be taken back. */
public final class Confirmation {
  private Confirmation() {}

  /**
   * Returns if the person agrees.
   *
   * @param question ends with a question mark
   * @param flag that agrees beforehand, for the message
   * @throws CliException if not, or if nobody is there to be asked
   */
  public static void ask(String question, String flag) {
    Console console = System.console();
    if (console == null) {
      throw new CliException(
          ExitCode.USAGE, "there is no terminal to ask at: %s; give %s".formatted(question, flag));
    }
    String answer = console.readLine("%s [y/N] ", question);
    if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
      throw CliException.failure("not agreed to, nothing was done");
    }
  }
}
