package io.leadpulse.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What came of a command line, run in this process.
 *
 * @param out standard output
 * @param err standard error
 */
public record Invocation(int exitCode, String out, String err) {

  /** Runs {@code leadpulse} with these arguments. */
  public static Invocation of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Leadpulse.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Invocation(exitCode, out.toString(), err.toString());
  }
}
