package io.leadpulse.jobs.decode;

import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.codec.TransferCodec;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Transferred;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.EnumSet;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Reads what leads send to each other; ids that are erased go to {@link #ERASED_LEADS} as well. */
public final class TransferFunction extends ReadingFunction<Transferred, LeadInput> {
  /** Ids under which a person is to be forgotten beside the one that the request named. */
  public static final OutputTag<String> ERASED_LEADS =
      new OutputTag<>("erased-leads", Types.STRING);

  private static final EnumSet<RefusalCause> NEVER =
      EnumSet.of(RefusalCause.NO_LEAD, RefusalCause.FUTURE_TIMESTAMP, RefusalCause.INVALID_MODEL);

  public TransferFunction(RecordFormat format) {
    super(format, EnumSet.complementOf(NEVER));
  }

  @Override
  Function<RawRecord, Reading<Transferred>> reader(RecordFormat records) {
    return new TransferCodec(records)::read;
  }

  @Override
  void take(Transferred transferred, RawRecord raw, Context context, Collector<LeadInput> out) {
    out.collect(transferred);
    if (transferred.kind() == Transferred.Kind.ERASED) {
      context.output(ERASED_LEADS, transferred.leadId());
    }
  }
}
