package io.leadpulse.jobs.record;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Profile;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * One decoded record about one lead: what crosses the network to the lead's operator, and no more
 * than that. Immutable.
 */
public sealed interface LeadInput {
  /** Has to be named to every stream of this type: what Flink would find by itself is refused. */
  TypeInformation<LeadInput> TYPE = new ImmutableType<>(LeadInput.class, new LeadInputSerializer());

  /** The lead's opaque id, never empty. */
  String leadId();

  SourceTopic source();

  /** Kafka partition of the record. */
  int partition();

  /** Kafka offset of the record. */
  long offset();

  /** When Kafka appended the record, epoch milliseconds. */
  long recordedAt();

  /** When what the record tells of happened, epoch milliseconds. */
  long occurredAt();

  /** Something the lead did. */
  record Engaged(int partition, long offset, Engagement engagement) implements LeadInput {
    @Override
    public String leadId() {
      return engagement.leadId();
    }

    @Override
    public SourceTopic source() {
      return SourceTopic.of(engagement.channel());
    }

    @Override
    public long recordedAt() {
      return engagement.recordedAt();
    }

    @Override
    public long occurredAt() {
      return engagement.occurredAt();
    }
  }

  /** What is known of the lead from now on. */
  record Profiled(int partition, long offset, long recordedAt, String leadId, Profile profile)
      implements LeadInput {
    @Override
    public SourceTopic source() {
      return SourceTopic.LEAD_PROFILE;
    }

    @Override
    public long occurredAt() {
      return profile.updatedAt();
    }
  }

  /** What sales did with the lead. */
  record Reported(int partition, long offset, String leadId, SalesActivity activity)
      implements LeadInput {
    @Override
    public SourceTopic source() {
      return SourceTopic.SALES_ACTIVITY;
    }

    @Override
    public long recordedAt() {
      return activity.recordedAt();
    }

    @Override
    public long occurredAt() {
      return activity.occurredAt();
    }
  }
}
