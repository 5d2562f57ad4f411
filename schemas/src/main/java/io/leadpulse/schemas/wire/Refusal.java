package io.leadpulse.schemas.wire;

import java.io.IOException;

/**
 * The way out of a read that found bytes it must refuse. Bears no stack trace: it is expected. Its
 * message never holds a value of the record.
 */
public final class Refusal extends IOException {
  private final transient Cause reason;

  public Refusal(Cause reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Cause reason() {
    return reason;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
