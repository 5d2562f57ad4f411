package io.leadpulse.jobs.record;

import io.leadpulse.jobs.record.LeadInput.Engaged;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What crosses the network to the visitor's operator, and no more than that. Immutable. */
public sealed interface VisitorInput extends SourceInput {
  /** Has to be named to every stream of this type: what Flink would find by itself is refused. */
  TypeInformation<VisitorInput> TYPE =
      new ImmutableType<>(VisitorInput.class, new VisitorInputSerializer());

  /** The visitor's opaque id, never blank. */
  String visitorId();

  /**
   * Something that somebody did of whom only the visitor is known.
   *
   * @param engaged without a lead, until {@link Engaged#by} fills one in
   */
  record Touched(String visitorId, Engaged engaged) implements VisitorInput {
    @Override
    public SourceTopic source() {
      return engaged.source();
    }

    @Override
    public long recordedAt() {
      return engaged.recordedAt();
    }

    @Override
    public long occurredAt() {
      return engaged.occurredAt();
    }
  }

  /**
   * Which lead a visitor is.
   *
   * @param isRecord whether it is a record of its own, which is counted; else an engagement named
   *     both and is counted where it went
   */
  record Linked(String visitorId, String leadId, long occurredAt, long recordedAt, boolean isRecord)
      implements VisitorInput {

    /** What an engagement tells that names both its lead and its visitor. */
    public static Linked by(Engaged engaged) {
      return new Linked(
          engaged.visitorId(), engaged.leadId(), engaged.occurredAt(), engaged.recordedAt(), false);
    }

    @Override
    public SourceTopic source() {
      return SourceTopic.IDENTITY;
    }
  }
}
