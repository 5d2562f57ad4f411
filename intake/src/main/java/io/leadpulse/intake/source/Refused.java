package io.leadpulse.intake.source;

import io.leadpulse.intake.row.Fault;

/** The way out of a row that is no event. Bears no stack trace: it is expected. */
public final class Refused extends Exception {
  private final Fault fault;

  private Refused(Fault fault, String reason) {
    super(reason, null, false, false);
    this.fault = fault;
  }

  /**
   * @param reason with the field at fault; never a value of the row
   */
  public static Refused unreadable(String reason) {
    return new Refused(Fault.UNREADABLE, reason);
  }

  /**
   * @param what was found instead of something that a lead did
   */
  public static Refused noEngagement(String what) {
    return new Refused(Fault.NO_ENGAGEMENT, what + " is no engagement");
  }

  public Fault fault() {
    return fault;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
