package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceTopic;

/**
 * Turns records of the input topics into the engine's values, or says why one is refused. Never
 * throws, whatever the bytes are. For one thread at a time.
 */
public final class InputCodec {
  private final RecordReader<?, LeadInput>[] readers;

  @SuppressWarnings({"unchecked", "rawtypes"})
  public InputCodec() {
    readers = new RecordReader[SourceTopic.values().length];
    for (SourceTopic source : SourceTopic.values()) {
      readers[source.ordinal()] = reader(source);
    }
  }

  private static RecordReader<?, LeadInput> reader(SourceTopic source) {
    return switch (source) {
      case WEB_ACCESS -> new WebReader();
      case EMAIL_ENGAGEMENT -> new EmailReader();
      case WEBINAR_ENGAGEMENT -> new WebinarReader();
      case OFFLINE_ENGAGEMENT -> new OfflineReader();
      case LEAD_PROFILE -> new ProfileReader();
      case SALES_ACTIVITY -> new SalesReader();
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
