package io.leadpulse.cli.doctor;

import java.io.PrintWriter;

/** A report for people: what is urgent first, with its fix. */
final class ReportText {
  private ReportText() {}

  static void print(DoctorCommand.Report report, PrintWriter out) {
    for (Severity severity : Severity.values()) {
      for (Finding finding : report.findings()) {
        if (finding.severity() == severity) {
          print(finding, out);
        }
      }
    }
    int fine = report.findings().size();
    fine -= report.problems() + report.warnings() + report.notChecked();
    out.printf(
        "%d problem(s), %d warning(s), %d not checked, %d ok%n",
        report.problems(), report.warnings(), report.notChecked(), fine);
    out.flush();
  }

  private static void print(Finding finding, PrintWriter out) {
    String seen = finding.seen().replace("\n", System.lineSeparator() + " ".repeat(13));
    out.printf("%-11s  %s: %s%n", finding.severity().words(), finding.id(), seen);
    if (!finding.means().isEmpty()) {
      out.printf("%13s%s%n", "", finding.means());
      out.printf("%13sfix: %s%n", "", finding.fix());
    }
  }
}
