package io.leadpulse.cli.doctor;

import io.leadpulse.cli.terminal.CliException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Goes through examinations, whatever becomes of each. */
final class Doctor {
  private Doctor() {}

  /**
   * @param told takes a line before each examination
   */
  static void examine(List<Examination> examinations, Findings findings, Consumer<String> told) {
    for (Examination examination : examinations) {
      told.accept(
          "checking "
              + examination.checks().stream().map(Check::id).collect(Collectors.joining(", ")));
      try {
        examination.examine(findings);
      } catch (Exception e) {
        findings.notChecked(examination.checks(), reason(e));
      }
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof CliException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof CliException ? String.valueOf(cause.getMessage()) : cause.toString();
  }
}
