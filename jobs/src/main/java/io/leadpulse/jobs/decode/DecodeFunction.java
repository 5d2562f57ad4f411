package io.leadpulse.jobs.decode;

import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.identity.JunkIds;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.metrics.DropCounters;
import io.leadpulse.jobs.metrics.OutcomeCounters;
import io.leadpulse.jobs.metrics.RefusalCounters;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.EnumSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads the records about leads and visitors. Whatever is wrong with one, the next is read as if it
 * had not been: a refused record goes to {@link #DEAD_LETTERS}, an expired one is counted, and no
 * bytes make it throw.
 *
 * <p>What has a lead goes straight to it. What has none yet goes to {@link #VISITORS}, and so does
 * the link that a record tells of which names both. That a lead is to be forgotten also goes to
 * {@link #ERASED_LEADS}.
 */
public final class DecodeFunction extends ProcessFunction<RawRecord, LeadInput>
    implements CheckpointedFunction {
  public static final OutputTag<OutputRecord> DEAD_LETTERS =
      new OutputTag<>("dead-letters", OutputRecord.TYPE);

  public static final OutputTag<VisitorInput> VISITORS =
      new OutputTag<>("visitors", VisitorInput.TYPE);

  /** Ids of leads that are to be forgotten, for whoever keeps some of them. */
  public static final OutputTag<String> ERASED_LEADS =
      new OutputTag<>("erased-leads", Types.STRING);

  private static final Set<Outcome> DECIDED_HERE =
      Set.of(Outcome.EXPIRED, Outcome.DEAD_LETTERED, Outcome.DROPPED);
  private static final Set<RefusalCause> REFUSED_HERE =
      EnumSet.complementOf(EnumSet.of(RefusalCause.INVALID_MODEL));
  private static final Reading.Refused<SourceInput> FROM_FUTURE =
      new Reading.Refused<>(
          RefusalCause.FUTURE_TIMESTAMP,
          "it says that it happened over 5 minutes after its record");

  private final String topicPrefix;
  private final TimeRules times;
  private final RecordFormat format;

  // Made in initializeState, before any input comes.
  private transient SourceTopics topics;
  private transient InputCodec codec;
  private transient DeadLetterCodec deadLetters;
  private transient OutcomeCounters outcomes;
  private transient RefusalCounters refusals;
  private transient DropCounters drops;

  public DecodeFunction(String topicPrefix, TimeRules times, RecordFormat format) {
    this.topicPrefix = topicPrefix;
    this.times = times;
    this.format = format;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    topics = new SourceTopics(topicPrefix);
    codec = new InputCodec(format);
    deadLetters = new DeadLetterCodec(format);
    outcomes = new OutcomeCounters(DECIDED_HERE);
    outcomes.initialize(context.getOperatorStateStore());
    refusals = new RefusalCounters(REFUSED_HERE);
    refusals.initialize(context.getOperatorStateStore());
    drops = new DropCounters(Set.of(DropReason.JUNK_ID));
    drops.initialize(context.getOperatorStateStore());
  }

  @Override
  public void open(OpenContext context) {
    outcomes.register(getRuntimeContext().getMetricGroup());
    refusals.register(getRuntimeContext().getMetricGroup());
    drops.register(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<LeadInput> out) {
    SourceTopic source = topics.of(raw);
    Reading<SourceInput> reading = codec.read(source, raw);
    if (reading instanceof Reading.Refused<SourceInput> refused) {
      refuse(raw, source, refused, context);
      return;
    }
    SourceInput input = ((Reading.Value<SourceInput>) reading).value();
    if (times.isFromFuture(input)) {
      refuse(raw, source, FROM_FUTURE, context);
    } else if (times.isExpired(input)) {
      outcomes.count(source, Outcome.EXPIRED);
    } else if (input instanceof LeadInput known) {
      out.collect(known);
      tellVisitors(known, context);
    } else {
      giveToVisitor((VisitorInput) input, context);
    }
  }

  private static void tellVisitors(LeadInput input, Context context) {
    if (input instanceof LeadInput.Engaged engaged && isLink(engaged)) {
      context.output(VISITORS, VisitorInput.Linked.by(engaged));
    } else if (input instanceof LeadInput.Identified identified
        && identified.change().kind() == IdentityChange.Kind.ERASE) {
      context.output(ERASED_LEADS, identified.leadId());
    }
  }

  private static boolean isLink(LeadInput.Engaged engaged) {
    return !engaged.visitorId().isEmpty()
        && !JunkIds.isJunk(engaged.visitorId())
        && !JunkIds.isJunk(engaged.leadId());
  }

  /** Junk is dropped here: all of it would come to one task, as one visitor. */
  private void giveToVisitor(VisitorInput input, Context context) {
    boolean junk =
        JunkIds.isJunk(input.visitorId())
            || (input instanceof VisitorInput.Linked linked && JunkIds.isJunk(linked.leadId()));
    if (junk) {
      outcomes.count(input.source(), Outcome.DROPPED);
      drops.count(DropReason.JUNK_ID);
    } else {
      context.output(VISITORS, input);
    }
  }

  private void refuse(
      RawRecord raw, SourceTopic source, Reading.Refused<SourceInput> refused, Context context) {
    outcomes.count(source, Outcome.DEAD_LETTERED);
    refusals.count(refused.cause());
    context.output(DEAD_LETTERS, deadLetters.encode(raw, refused.cause(), refused.detail()));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    outcomes.snapshot();
    refusals.snapshot();
    drops.snapshot();
  }

  OutcomeCounters outcomes() {
    return outcomes;
  }

  RefusalCounters refusals() {
    return refusals;
  }

  DropCounters drops() {
    return drops;
  }
}
