package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.RefusalCause;

/** The way out of reading a record that must be refused. Bears no stack trace: it is expected. */
final class Refusal extends Exception {
  private final RefusalCause reason;

  Refusal(RefusalCause reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  static Refusal invalid(String detail) {
    return new Refusal(RefusalCause.INVALID, detail);
  }

  RefusalCause reason() {
    return reason;
  }
}
