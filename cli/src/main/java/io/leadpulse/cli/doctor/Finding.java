package io.leadpulse.cli.doctor;

/**
 * What one check came to.
 *
 * @param id of the check
 * @param seen what was looked at, with its figures; of what was not checked, why not
 * @param means what follows from it; empty if all is well
 * @param fix what to do; empty if all is well
 */
record Finding(String id, Severity severity, String seen, String means, String fix) {

  static Finding of(Check check, Severity severity, String seen) {
    boolean well = severity == Severity.ok || severity == Severity.not_checked;
    return new Finding(
        check.id(), severity, seen, well ? "" : check.meaning(), well ? "" : check.fix());
  }
}
