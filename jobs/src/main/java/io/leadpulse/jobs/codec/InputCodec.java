package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.registry.RecordFormat;

/**
 * Turns records of the input topics into the engine's values, or says why one is refused. Never
 * throws, whatever the bytes are. For one thread at a time.
 */
public final class InputCodec {
  private final RecordReader<?, LeadInput>[] readers;

  /** Reads records of an installation without a registry. */
  public InputCodec() {
    this(RecordFormat.singleObject());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  public InputCodec(RecordFormat format) {
    readers = new RecordReader[SourceTopic.values().length];
    for (SourceTopic source : SourceTopic.values()) {
      readers[source.ordinal()] = reader(source, format);
    }
  }

  private static RecordReader<?, LeadInput> reader(SourceTopic source, RecordFormat format) {
    return switch (source) {
      case WEB_ACCESS -> new WebReader(format);
      case EMAIL_ENGAGEMENT -> new EmailReader(format);
      case WEBINAR_ENGAGEMENT -> new WebinarReader(format);
      case OFFLINE_ENGAGEMENT -> new OfflineReader(format);
      case LEAD_PROFILE -> new ProfileReader(format);
      case SALES_ACTIVITY -> new SalesReader(format);
    };
  }

  /**
   * The value of a record.
   *
   * @param source the topic that the record is from
   */
  public Reading<LeadInput> read(SourceTopic source, RawRecord raw) {
    return readers[source.ordinal()].read(raw);
  }
}
