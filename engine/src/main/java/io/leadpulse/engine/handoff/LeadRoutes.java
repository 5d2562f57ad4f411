package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.lead.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which ways a lead has gone: to which teams, and how warm it was seen. */
public final class LeadRoutes {
  private static final int VERSION = 1;
  private static final Tier[] TIERS = Tier.values();

  /** Alerts that went to teams, the newest last. */
  final List<SentAlert> sent = new ArrayList<>();

  /** Of sales, about a lead that was never hot yet; the newest last. */
  final List<SalesReport> early = new ArrayList<>();

  /** By scorecard; those that are cold are not there. */
  final Map<String, Tier> tiers = new TreeMap<>();

  /** Whether sales has given it back, so that it wakes when it is warm again. */
  boolean back;

  /** When sales last said something, epoch milliseconds. */
  long reportedAt = Long.MIN_VALUE;

  /** An alert that went to a team. */
  record SentAlert(String alertId, String team) {}

  /** Whether nothing is to be kept. */
  public boolean isEmpty() {
    return sent.isEmpty() && early.isEmpty() && tiers.isEmpty() && !back;
  }

  public byte[] toBytes() {
    ByteSink out = new ByteSink();
    out.fixed8(VERSION);
    out.unsigned(sent.size());
    for (SentAlert alert : sent) {
      out.text(alert.alertId());
      out.text(alert.team());
    }
    out.unsigned(early.size());
    early.forEach(report -> report.write(out));
    out.unsigned(tiers.size());
    tiers.forEach(
        (scorecard, tier) -> {
          out.text(scorecard);
          out.fixed8(tier.ordinal());
        });
    out.fixed8(back ? 1 : 0);
    out.signed(reportedAt);
    return out.toBytes();
  }

  /**
   * One as it was written.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public static LeadRoutes of(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException("routes in layout " + version);
    }
    LeadRoutes lead = new LeadRoutes();
    for (int left = in.count(); left > 0; left--) {
      lead.sent.add(new SentAlert(in.text(), in.text()));
    }
    for (int left = in.count(); left > 0; left--) {
      lead.early.add(SalesReport.read(in));
    }
    for (int left = in.count(); left > 0; left--) {
      lead.tiers.put(in.text(), TIERS[in.fixed8()]);
    }
    lead.back = in.fixed8() == 1;
    lead.reportedAt = in.signed();
    return lead;
  }
}
