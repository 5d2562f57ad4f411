package io.leadpulse.jobs.decode;

import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.ReleaseCodec;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.ReleaseRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.EnumSet;
import java.util.function.Function;
import org.apache.flink.util.Collector;

/** Reads the releases of the scoring model; an invalid one is refused. */
public final class ReleaseFunction extends ReadingFunction<Release, ReleaseRecord> {
  private static final EnumSet<RefusalCause> NEVER =
      EnumSet.of(RefusalCause.NO_LEAD, RefusalCause.FUTURE_TIMESTAMP, RefusalCause.UNKNOWN_KIND);

  public ReleaseFunction(RecordFormat format) {
    super(format, EnumSet.complementOf(NEVER));
  }

  @Override
  Function<RawRecord, Reading<Release>> reader(RecordFormat records) {
    return new ReleaseCodec(records)::read;
  }

  @Override
  void take(Release release, RawRecord raw, Context context, Collector<ReleaseRecord> out) {
    out.collect(new ReleaseRecord(release, raw));
  }
}
