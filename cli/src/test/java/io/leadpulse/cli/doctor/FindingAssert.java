package io.leadpulse.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

/** Says that something was found, and that its fix was named with it. */
final class FindingAssert {
  private FindingAssert() {}

  static void assertFound(Checkup checkup, Check check, Severity severity, String seen) {
    Finding finding = checkup.get(check);
    assertThat(finding.id()).isEqualTo(check.id());
    assertThat(finding.severity()).as(finding.toString()).isEqualTo(severity);
    assertThat(finding.seen()).contains(seen);
    assertThat(finding.means()).isEqualTo(check.meaning()).isNotEmpty();
    assertThat(finding.fix()).isEqualTo(check.fix()).isNotEmpty();
  }

  static void assertOk(Checkup checkup, Check check, String seen) {
    Finding finding = checkup.get(check);
    assertThat(finding.severity()).as(finding.toString()).isEqualTo(Severity.ok);
    assertThat(finding.seen()).contains(seen);
  }

  static void assertNotChecked(Checkup checkup, Check check, String why) {
    Finding finding = checkup.get(check);
    assertThat(finding.severity()).as(finding.toString()).isEqualTo(Severity.not_checked);
    assertThat(finding.seen()).contains(why);
  }
}
