package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.registry.RecordFormat;

/**
 * Turns records of the input topics into the engine's values, or says why one is refused. Never
 * throws, whatever the bytes are. For one thread at a time.
 */
public final class InputCodec {
  /** The time of a record that has none because it is refused. */
  public static final long NEVER = Long.MIN_VALUE;

  private final InputReader[] readers;

  /** Reads records of an installation without a registry. */
  public InputCodec() {
    this(RecordFormat.singleObject());
  }

  public InputCodec(RecordFormat format) {
    readers = new InputReader[SourceTopic.values().length];
    for (SourceTopic source : SourceTopic.values()) {
      readers[source.ordinal()] = reader(source, format);
    }
  }

  private static InputReader reader(SourceTopic source, RecordFormat format) {
    return switch (source) {
      case WEB_ACCESS -> new EngagementReader(EngagementContract.WEB, format);
      case EMAIL_ENGAGEMENT -> new EngagementReader(EngagementContract.EMAIL, format);
      case WEBINAR_ENGAGEMENT -> new EngagementReader(EngagementContract.WEBINARS, format);
      case OFFLINE_ENGAGEMENT -> new EngagementReader(EngagementContract.OFFLINE, format);
      case LEAD_PROFILE -> new ProfileReader(format);
      case SALES_ACTIVITY -> new SalesReader(format);
      case IDENTITY -> new IdentityReader(format);
    };
  }

  /**
   * The value of a record.
   *
   * @param source the topic that the record is from
   */
  public Reading<SourceInput> read(SourceTopic source, RawRecord raw) {
    return readers[source.ordinal()].read(raw);
  }

  /**
   * When what a record tells of happened; cheaper than to read it.
   *
   * @param source the topic that the record is from
   * @return epoch milliseconds; {@link #NEVER} if {@link #read} refuses the record
   */
  public long occurredAt(SourceTopic source, RawRecord raw) {
    return readers[source.ordinal()].occurredAt(raw);
  }
}
