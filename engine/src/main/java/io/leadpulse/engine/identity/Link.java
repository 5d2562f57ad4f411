package io.leadpulse.engine.identity;

/**
 * From when on a visitor is a lead.
 *
 * @param since epoch milliseconds
 * @param leadId {@link #NOBODY} for one that was to be forgotten
 */
public record Link(long since, String leadId) implements Comparable<Link> {
  /** Who comes in the place of a lead that was to be forgotten; no lead has this id. */
  public static final String NOBODY = "";

  /** By time; those of one moment by lead, so that their order is nobody's choice. */
  @Override
  public int compareTo(Link other) {
    int byTime = Long.compare(since, other.since);
    return byTime != 0 ? byTime : leadId.compareTo(other.leadId);
  }
}
