package io.leadpulse.jobs;

import io.leadpulse.jobs.account.AccountOperatorFactory;
import io.leadpulse.jobs.account.AccountSettings;
import io.leadpulse.jobs.decode.DecodeFunction;
import io.leadpulse.jobs.decode.ReleaseFunction;
import io.leadpulse.jobs.decode.TimeRules;
import io.leadpulse.jobs.decode.TransferFunction;
import io.leadpulse.jobs.record.AccountInput;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.ReleaseRecord;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.resolve.IdentityLoader;
import io.leadpulse.jobs.resolve.ResolveFunction;
import io.leadpulse.jobs.score.ReleaseLoader;
import io.leadpulse.jobs.score.ScoreLeadOperatorFactory;
import io.leadpulse.jobs.score.ScoreSettings;
import io.leadpulse.jobs.score.TimeMode;
import io.leadpulse.jobs.stitch.StitchOperatorFactory;
import io.leadpulse.schemas.registry.RecordFormat;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperatorFactory;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;
import org.jspecify.annotations.Nullable;

/**
 * The job between its sources and its sinks: streams in, streams out, no Kafka.
 *
 * @param settings of scoring
 * @param times how old and how new a record may be
 * @param loader gives the published models before the first record
 * @param identities gives what makes one person of several leads, in a replay; null in live time,
 *     where a lead that is merged is moved
 * @param format of all records, in and out
 */
public record LeadScoringPipeline(
    ScoreSettings settings,
    TimeRules times,
    ReleaseLoader loader,
    @Nullable IdentityLoader identities,
    RecordFormat format) {

  public LeadScoringPipeline {
    if ((identities == null) == (settings.time() == TimeMode.REPLAY)) {
      throw new IllegalArgumentException("replays, and only they, know all identities before");
    }
  }

  /**
   * What the pipeline reads. Its watermarks are the append time in live operation, the time of the
   * events in replay.
   *
   * @param leads records of all topics about leads, of type {@link RawRecord#TYPE}
   * @param models records of the topic of scoring models, of the same type
   * @param transfers what leads sent to each other, of the same type; null in a replay
   */
  public record Inputs(
      DataStream<RawRecord> leads,
      DataStream<RawRecord> models,
      @Nullable DataStream<RawRecord> transfers) {}

  /**
   * What the pipeline writes.
   *
   * @param results scores, suspects, and alerts of leads without an account
   * @param accounts scores of accounts, and alerts of their leads
   */
  public record Outputs(
      DataStream<OutputRecord> results,
      DataStream<OutputRecord> accounts,
      DataStream<OutputRecord> deadLetters) {}

  /** Adds the operators between these inputs and their outputs. */
  public Outputs connect(Inputs inputs) {
    SingleOutputStreamOperator<LeadInput> leads =
        OperatorId.DECODE.name(
            inputs
                .leads()
                .process(
                    new DecodeFunction(settings.topicPrefix(), times, format), LeadInput.TYPE));
    SingleOutputStreamOperator<ReleaseRecord> models =
        OperatorId.READ_MODEL
            .name(
                inputs
                    .models()
                    .process(new ReleaseFunction(format), TypeInformation.of(ReleaseRecord.class)))
            .setParallelism(1);
    DataStream<String> erased = leads.getSideOutput(DecodeFunction.ERASED_LEADS);
    DataStream<LeadInput> moved = null;
    DataStream<OutputRecord> deadLetters = leads.getSideOutput(DecodeFunction.DEAD_LETTERS);
    if (inputs.transfers() != null) {
      SingleOutputStreamOperator<LeadInput> transfers = transfers(inputs.transfers());
      moved = timeless(transfers);
      erased = erased.union(transfers.getSideOutput(TransferFunction.ERASED_LEADS));
      deadLetters = deadLetters.union(transfers.getSideOutput(TransferFunction.DEAD_LETTERS));
    }
    DataStream<LeadInput> all = resolve(leads.union(stitch(leads, erased)));
    SingleOutputStreamOperator<OutputRecord> results =
        score(moved == null ? all : all.union(moved), models);
    return new Outputs(
        results,
        accounts(results),
        deadLetters.union(
            models.getSideOutput(ReleaseFunction.DEAD_LETTERS),
            results.getSideOutput(ScoreLeadOperatorFactory.DEAD_LETTERS)));
  }

  private SingleOutputStreamOperator<LeadInput> transfers(DataStream<RawRecord> raw) {
    return OperatorId.READ_TRANSFER.name(raw.process(new TransferFunction(format), LeadInput.TYPE));
  }

  /** What leads send to each other holds nobody's time back, whether anything comes or not. */
  private static DataStream<LeadInput> timeless(DataStream<LeadInput> transfers) {
    return OperatorId.TIMELESS.name(transfers.assignTimestampsAndWatermarks(new Timeless<>()));
  }

  /** What was anonymous, once its lead is known. */
  private DataStream<LeadInput> stitch(
      SingleOutputStreamOperator<LeadInput> decoded, DataStream<String> erased) {
    return withBroadcast(
        OperatorId.STITCH_IDENTITY,
        decoded.getSideOutput(DecodeFunction.VISITORS).keyBy(VisitorInput::visitorId, Types.STRING),
        erased,
        new StitchOperatorFactory(settings.time()),
        LeadInput.TYPE);
  }

  /** In a replay, for the persons that the leads are in the end. */
  private DataStream<LeadInput> resolve(DataStream<LeadInput> leads) {
    return identities == null
        ? leads
        : OperatorId.RESOLVE_IDENTITY.name(
            leads.process(new ResolveFunction(identities), LeadInput.TYPE));
  }

  private SingleOutputStreamOperator<OutputRecord> score(
      DataStream<LeadInput> leads, DataStream<ReleaseRecord> models) {
    return withBroadcast(
        OperatorId.SCORE_LEAD,
        leads.keyBy(LeadInput::leadId, Types.STRING),
        models,
        new ScoreLeadOperatorFactory(settings, loader, format),
        OutputRecord.TYPE);
  }

  /** What becomes of the accounts of the leads; alerts pass by there too. */
  private DataStream<OutputRecord> accounts(SingleOutputStreamOperator<OutputRecord> scored) {
    AccountSettings accounts =
        new AccountSettings(
            settings.time() == TimeMode.REPLAY, settings.endHour(), settings.emitInterval());
    return OperatorId.SCORE_ACCOUNT.name(
        scored
            .getSideOutput(ScoreLeadOperatorFactory.ACCOUNTS)
            .keyBy(AccountInput::accountId, Types.STRING)
            .transform(
                OperatorId.SCORE_ACCOUNT.displayName(),
                OutputRecord.TYPE,
                new AccountOperatorFactory(accounts, format)));
  }

  /**
   * An operator over a keyed stream and one that all of its subtasks are shown. By hand, since
   * Flink's connected streams take no such pair for an operator.
   */
  private static <K, B, T> SingleOutputStreamOperator<T> withBroadcast(
      OperatorId id,
      KeyedStream<K, String> keyed,
      DataStream<B> broadcast,
      TwoInputStreamOperatorFactory<K, B, T> factory,
      TypeInformation<T> type) {
    StreamExecutionEnvironment env = keyed.getExecutionEnvironment();
    TwoInputTransformation<K, B, T> operator =
        new TwoInputTransformation<>(
            keyed.getTransformation(),
            broadcast.broadcast().getTransformation(),
            id.displayName(),
            factory,
            type,
            env.getParallelism(),
            false);
    operator.setUid(id.uid());
    operator.setStateKeySelectors(keyed.getKeySelector(), null);
    operator.setStateKeyType(keyed.getKeyType());
    env.addOperator(operator);
    return new Stream<>(env, operator);
  }

  /** A stream over an operator that was added by hand. */
  private static final class Stream<T> extends SingleOutputStreamOperator<T> {
    Stream(StreamExecutionEnvironment env, TwoInputTransformation<?, ?, T> operator) {
      super(env, operator);
    }
  }
}
