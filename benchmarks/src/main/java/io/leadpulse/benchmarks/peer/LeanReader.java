package io.leadpulse.benchmarks.peer;

import io.leadpulse.jobs.record.SourceTopic;

/**
 * Reads the wanted fields of a record straight from its bytes, in the order of the schema, and
 * stops after the last of them. Trusts its input: the traffic is of one version and sound. For one
 * thread.
 */
final class LeanReader {
  /** Bytes of the single-object encoding's head. */
  private static final int HEAD = 10;

  private static final byte[] NO_ID = {};

  private final AvroBytes in = new AvroBytes();

  LeanEvent read(SourceTopic source, byte[] value) {
    in.reset(value, HEAD);
    return switch (source) {
      case WEB_ACCESS, EMAIL_ENGAGEMENT, WEBINAR_ENGAGEMENT, OFFLINE_ENGAGEMENT ->
          engagement(source);
      case SALES_ACTIVITY -> activity(source);
      case LEAD_PROFILE -> profile(source);
      case IDENTITY -> throw new IllegalArgumentException("the traffic has no " + source);
    };
  }

  private LeanEvent engagement(SourceTopic source) {
    byte[] id = in.textBytes();
    long occurredAt = in.number();
    String lead = in.optionalText();
    in.skipOptionalText(); // visitor
    byte kind = (byte) in.number();
    switch (source) {
      case WEB_ACCESS -> keepAccess();
      case EMAIL_ENGAGEMENT -> keepMail();
      default -> keepWebinar();
    }
    return new LeanEvent((byte) source.ordinal(), kind, lead, id, occurredAt, in.kept());
  }

  private void keepAccess() {
    in.skipText(); // host
    in.keepText(); // path
    in.skipText(); // title
    in.skipText(); // referrer
    in.keepText(); // session
    in.keepText(); // form
    in.keepText(); // asset
  }

  private void keepMail() {
    in.keepText(); // message
    in.skipText(); // subject
    in.skipText(); // link's address
    in.keepText(); // link
  }

  private void keepWebinar() {
    in.keepText(); // webinar
    in.skipText(); // title
    in.keepNumber(); // minutes
    in.keepNumber(); // scheduled minutes
  }

  private LeanEvent activity(SourceTopic source) {
    byte[] id = in.textBytes();
    long occurredAt = in.number();
    String lead = in.text();
    byte kind = (byte) in.number();
    in.keepNumber(); // reason
    return new LeanEvent((byte) source.ordinal(), kind, lead, id, occurredAt, in.kept());
  }

  private LeanEvent profile(SourceTopic source) {
    String lead = in.text();
    long updatedAt = in.number();
    in.keepText(); // account
    in.keepText(); // company
    in.skipText(); // department
    in.keepText(); // role
    return new LeanEvent((byte) source.ordinal(), (byte) 0, lead, NO_ID, updatedAt, in.kept());
  }
}
