package io.leadpulse.cli.doctor;

/** How much a finding matters, most urgent first; named as they are shown. */
public enum Severity {
  /** Something is lost, stands still, or soon will. */
  problem("problem"),

  /** Works, and will not for ever. */
  warning("warning"),

  /** Nobody looked: the finding says why. */
  not_checked("not checked"),

  ok("ok");

  private final String words;

  Severity(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
