package io.leadpulse.jobs.record;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.hygiene.Origin;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.model.StableHash;
import io.leadpulse.engine.profile.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * One decoded record about one lead: what crosses the network to the lead's operator, and no more
 * than that. Immutable.
 */
public sealed interface LeadInput extends SourceInput {
  /** Has to be named to every stream of this type: what Flink would find by itself is refused. */
  TypeInformation<LeadInput> TYPE = new ImmutableType<>(LeadInput.class, new LeadInputSerializer());

  /** The lead's opaque id, never empty. */
  String leadId();

  /** The same about another lead. */
  LeadInput by(String lead);

  /** Kafka partition of the record. */
  int partition();

  /** Kafka offset of the record. */
  long offset();

  /**
   * Something the lead did. What was decoded stays bytes until somebody asks for the engagement: of
   * two tasks only the one that the lead is keyed to does.
   */
  final class Engaged implements LeadInput, Origin {
    private final int partition;
    private final long offset;
    private final EventKind kind;
    private final String leadId;
    private final String visitorId;
    private final long occurredAt;
    private final long recordedAt;
    private final byte @Nullable [] fields;
    private @Nullable Engagement engagement;

    public Engaged(int partition, long offset, Engagement engagement) {
      this.partition = partition;
      this.offset = offset;
      kind = engagement.kind();
      leadId = engagement.leadId();
      visitorId = "";
      occurredAt = engagement.occurredAt();
      recordedAt = engagement.recordedAt();
      fields = null;
      this.engagement = engagement;
    }

    /**
     * An engagement as it was decoded.
     *
     * @param leadId empty for one that has yet to find its lead
     * @param visitorId the visitor that the record names beside the lead, else empty
     * @param fields the rest of it, from {@link EngagementOutput#take}; not to be changed
     */
    public Engaged(
        int partition,
        long offset,
        EventKind kind,
        String leadId,
        String visitorId,
        long occurredAt,
        long recordedAt,
        byte[] fields) {
      this.partition = partition;
      this.offset = offset;
      this.kind = kind;
      this.leadId = leadId;
      this.visitorId = visitorId;
      this.occurredAt = occurredAt;
      this.recordedAt = recordedAt;
      this.fields = fields;
    }

    public Engagement engagement() {
      if (engagement == null) {
        RecordInput in = new RecordInput(Objects.requireNonNull(fields));
        engagement = EngagementFormat.read(kind, leadId, occurredAt, recordedAt, in);
      }
      return engagement;
    }

    @Override
    public Engaged by(String lead) {
      return new Engaged(partition, offset, kind, lead, "", occurredAt, recordedAt, fields());
    }

    /** Of its source and its event, by which copies are known; makes no engagement. */
    public long hash() {
      return StableHash.of64(source().baseName(), EngagementFormat.eventId(fields()));
    }

    /**
     * The visitor that the record names beside the lead, else empty. Stays with the task that
     * decodes, which tells the visitor's operator of it.
     */
    public String visitorId() {
      return visitorId;
    }

    EventKind kind() {
      return kind;
    }

    /** All but whose it is, what and when; not to be changed. */
    byte[] fields() {
      if (fields == null) {
        RecordOutput out = new RecordOutput();
        EngagementFormat.write(engagement(), out);
        return out.toBytes();
      }
      return fields;
    }

    void writeFields(RecordOutput out) {
      if (fields == null) {
        EngagementFormat.write(engagement(), out);
      } else {
        out.put(fields);
      }
    }

    @Override
    public String leadId() {
      return leadId;
    }

    @Override
    public SourceTopic source() {
      return SourceTopic.of(kind.channel());
    }

    @Override
    public int partition() {
      return partition;
    }

    @Override
    public long offset() {
      return offset;
    }

    @Override
    public long recordedAt() {
      return recordedAt;
    }

    @Override
    public long occurredAt() {
      return occurredAt;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Engaged that
          && partition == that.partition
          && offset == that.offset
          && engagement().equals(that.engagement());
    }

    @Override
    public int hashCode() {
      return Objects.hash(partition, offset, engagement());
    }

    @Override
    public String toString() {
      return "Engaged[partition=%d, offset=%d, engagement=%s]"
          .formatted(partition, offset, engagement());
    }
  }

  /** What is known of the lead from now on. */
  record Profiled(int partition, long offset, long recordedAt, String leadId, Profile profile)
      implements LeadInput {
    @Override
    public Profiled by(String lead) {
      return new Profiled(partition, offset, recordedAt, lead, profile);
    }

    @Override
    public SourceTopic source() {
      return SourceTopic.LEAD_PROFILE;
    }

    @Override
    public long occurredAt() {
      return profile.updatedAt();
    }
  }

  /** What was known of the lead is withdrawn: its source has deleted it. */
  record ProfileRemoved(int partition, long offset, long recordedAt, String leadId)
      implements LeadInput {
    @Override
    public ProfileRemoved by(String lead) {
      return new ProfileRemoved(partition, offset, recordedAt, lead);
    }

    @Override
    public SourceTopic source() {
      return SourceTopic.LEAD_PROFILE;
    }

    @Override
    public long occurredAt() {
      return recordedAt;
    }
  }

  /** What became known of who the lead is: a merge, a split, an erasure. */
  record Identified(int partition, long offset, long recordedAt, IdentityChange change)
      implements LeadInput {
    @Override
    public Identified by(String lead) {
      return new Identified(partition, offset, recordedAt, change.by(lead));
    }

    @Override
    public String leadId() {
      return change.leadId();
    }

    @Override
    public SourceTopic source() {
      return SourceTopic.IDENTITY;
    }

    @Override
    public long occurredAt() {
      return change.occurredAt();
    }
  }

  /** What sales did with the lead. */
  record Reported(int partition, long offset, String leadId, SalesActivity activity)
      implements LeadInput {
    @Override
    public Reported by(String lead) {
      return new Reported(partition, offset, lead, activity);
    }

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

  /**
   * What another lead's subtask sends to this one, because the two are one person or were. Not a
   * record of a source: what it brings was counted where it came from.
   *
   * @param run of the state that it comes from
   * @param leadId whom it goes to
   * @param path the leads that it came by, the first one first
   * @param payload of {@link Kind#INPUT} an input, of {@link Kind#MERGED} and {@link Kind#SPLIT} a
   *     lead; not to be changed
   */
  record Transferred(
      int partition,
      long offset,
      long recordedAt,
      long run,
      Kind kind,
      String leadId,
      List<String> path,
      byte[] payload)
      implements LeadInput {

    public Transferred {
      path = List.copyOf(path);
    }

    /** What is sent; in flight by position, so constants are only ever added at the end. */
    public enum Kind {
      /** Something about a lead that was merged. */
      INPUT,
      /** A lead that comes to stay. */
      MERGED,
      /** A lead that goes home. */
      SPLIT,
      /** The person is to be forgotten under this id too. */
      ERASED
    }

    @Override
    public Transferred by(String lead) {
      return new Transferred(partition, offset, recordedAt, run, kind, lead, path, payload);
    }

    /** Whatever is sent is sent because of what became known of who somebody is. */
    @Override
    public SourceTopic source() {
      return SourceTopic.IDENTITY;
    }

    @Override
    public long occurredAt() {
      return recordedAt;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Transferred that
          && partition == that.partition
          && offset == that.offset
          && recordedAt == that.recordedAt
          && run == that.run
          && kind == that.kind
          && leadId.equals(that.leadId)
          && path.equals(that.path)
          && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
      return Objects.hash(partition, offset, leadId, Arrays.hashCode(payload));
    }
  }
}
