package io.leadpulse.benchmarks.traffic;

/**
 * Who comes.
 *
 * @param leads that there are; each is met once before the sessions begin
 * @param zipf exponent of the law that draws the lead of a session; 0 draws all alike
 * @param botPercent of the sessions are of one lead besides, 0 to 100
 * @param beginning how they are met
 * @param hasBigAccount whether each tenth lead is of one and the same account, and the others of
 *     accounts of nine; else all are of accounts of ten
 */
public record Audience(
    int leads, double zipf, int botPercent, Beginning beginning, boolean hasBigAccount) {
  private static final int CROWD_PER_RETURNING = 10;
  private static final int LEADS_PER_ACCOUNT = 10;

  public Audience {
    if (leads < 1 || zipf < 0 || botPercent < 0 || botPercent > 100) {
      throw new IllegalArgumentException("--leads is 1 or more");
    }
  }

  /** The usual one: met by visits, with a big account. */
  public Audience(int leads, double zipf, int botPercent) {
    this(leads, zipf, botPercent, Beginning.VISIT, true);
  }

  /** How many of them, the first ones by number, have sessions. */
  int returning() {
    return beginning == Beginning.CONTACT ? Math.max(1, leads / CROWD_PER_RETURNING) : leads;
  }

  /** The account of a lead. */
  String account(int lead) {
    boolean isOfBig = hasBigAccount && lead % LEADS_PER_ACCOUNT == LEADS_PER_ACCOUNT - 1;
    return isOfBig ? "account-big" : "account-" + lead / LEADS_PER_ACCOUNT;
  }
}
