package io.leadpulse.jobs.decode;

import io.leadpulse.engine.handoff.LeadNews;
import io.leadpulse.engine.handoff.SalesReport;
import io.leadpulse.jobs.codec.HandOffReader;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadMessage;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.util.Collector;

/** Reads what the hand-off is told of leads. */
public final class HandOffFunction extends ReadingFunction<Optional<LeadMessage>, LeadMessage> {
  private static final EnumSet<RefusalCause> NEVER =
      EnumSet.of(RefusalCause.NO_LEAD, RefusalCause.FUTURE_TIMESTAMP, RefusalCause.INVALID_MODEL);

  private final String topicPrefix;

  /**
   * @param topicPrefix the installation's, with its dot
   */
  public HandOffFunction(String topicPrefix, RecordFormat format) {
    super(format, EnumSet.complementOf(NEVER));
    this.topicPrefix = topicPrefix;
  }

  @Override
  Function<RawRecord, Reading<Optional<LeadMessage>>> reader(RecordFormat records) {
    return new HandOffReader(topicPrefix, records)::read;
  }

  @Override
  void take(
      Optional<LeadMessage> message, RawRecord raw, Context context, Collector<LeadMessage> out) {
    message.filter(known -> !isFromFuture(known, raw)).ifPresent(out::collect);
  }

  /**
   * Of what others say: the scoring job puts it into the dead letters. What that job itself says is
   * as it should be, whenever it says it.
   */
  static boolean isFromFuture(LeadMessage message, RawRecord raw) {
    boolean ofOthers =
        message.news() instanceof SalesReport || message.news() instanceof LeadNews.Erased;
    return ofOthers && TimeRules.isFromFuture(message.at(), raw.recordedAt());
  }
}
