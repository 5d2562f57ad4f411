package io.leadpulse.chaos.workload;

import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;

/** One record of the feed. */
public sealed interface Entry {
  String leadId();

  /** The lead's number, from 0; decides the partition. */
  int lead();

  Lane lane();

  /** When it is sent, in the time of the events, epoch milliseconds. */
  long feedAt();

  /**
   * Something the lead did.
   *
   * @param subject which page, asset, link or webinar
   * @param occurredAt at or before {@code feedAt}
   */
  record Act(int lead, String eventId, Deed deed, int subject, long feedAt, long occurredAt)
      implements Entry {
    @Override
    public String leadId() {
      return Entry.leadId(lead);
    }

    @Override
    public Lane lane() {
      return deed.lane();
    }

    Act sentAt(long otherFeedAt) {
      return new Act(lead, eventId, deed, subject, otherFeedAt, occurredAt);
    }
  }

  /** Something that sales did with the lead. */
  record Report(
      int lead,
      String eventId,
      SalesActivity.Kind kind,
      Exclusion reason,
      long feedAt,
      long occurredAt)
      implements Entry {
    @Override
    public String leadId() {
      return Entry.leadId(lead);
    }

    @Override
    public Lane lane() {
      return Lane.SALES;
    }
  }

  /** What is known of the lead. */
  record Portrait(int lead, Persona persona, String owner, long updatedAt, long feedAt)
      implements Entry {
    @Override
    public String leadId() {
      return Entry.leadId(lead);
    }

    @Override
    public Lane lane() {
      return Lane.PROFILE;
    }
  }

  private static String leadId(int lead) {
    return "lead-" + lead;
  }
}
