package io.leadpulse.engine.identity;

/**
 * From when on a visitor is a lead.
 *
 * @param since epoch milliseconds
 */
public record Link(long since, String leadId) implements Comparable<Link> {

  /** By time; those of one moment by lead, so that their order is nobody's choice. */
  @Override
  public int compareTo(Link other) {
    int byTime = Long.compare(since, other.since);
    return byTime != 0 ? byTime : leadId.compareTo(other.leadId);
  }
}
