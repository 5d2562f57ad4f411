package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;

/** What the hand-off is told of a lead. */
public sealed interface LeadNews permits HotLead, SalesReport, Standing, LeadNews.Erased {
  /** It is to be forgotten. */
  record Erased() implements LeadNews {}

  /**
   * Among news of one instant those of a smaller rank come first; those of one rank as they came.
   */
  static int rank(LeadNews news) {
    if (news instanceof HotLead) {
      return 0;
    }
    if (news instanceof SalesReport) {
      return 1;
    }
    return news instanceof Standing ? 2 : 3;
  }

  /** Writes any. */
  static void write(LeadNews news, ByteSink out) {
    out.fixed8(rank(news));
    if (news instanceof HotLead alert) {
      alert.write(out);
    } else if (news instanceof SalesReport report) {
      report.write(out);
    } else if (news instanceof Standing standing) {
      standing.write(out);
    }
  }

  /** One as it was written. */
  static LeadNews read(ByteSource in) {
    int rank = in.fixed8();
    return switch (rank) {
      case 0 -> HotLead.read(in);
      case 1 -> SalesReport.read(in);
      case 2 -> Standing.read(in);
      case 3 -> new Erased();
      default -> throw new IllegalStateException("news of rank " + rank);
    };
  }
}
