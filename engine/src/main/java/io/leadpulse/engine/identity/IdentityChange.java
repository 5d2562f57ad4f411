package io.leadpulse.engine.identity;

/**
 * Something that became known of who somebody is.
 *
 * @param eventId the source's id; copies of one change share it
 * @param occurredAt epoch milliseconds
 * @param leadId the lead that it is about
 * @param otherId {@link Kind#LINK}: the visitor that is the lead; {@link Kind#MERGE}: the lead that
 *     the lead goes into; else empty
 */
public record IdentityChange(
    Kind kind, String eventId, long occurredAt, String leadId, String otherId) {

  /** The same of another lead. */
  public IdentityChange by(String lead) {
    return new IdentityChange(kind, eventId, occurredAt, lead, otherId);
  }

  /** What became known; in flight by position, so constants are only ever added at the end. */
  public enum Kind {
    /** The visitor is the lead. */
    LINK,
    /** The lead is another one and goes into it. */
    MERGE,
    /** The lead is somebody of its own again. */
    SPLIT,
    /** The lead is to be forgotten. */
    ERASE
  }
}
