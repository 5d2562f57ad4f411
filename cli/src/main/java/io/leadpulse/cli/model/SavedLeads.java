package io.leadpulse.cli.model;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.OperatorId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * The leads of a savepoint, or of a checkpoint that nobody removes meanwhile, judged by two models.
 *
 * @param leads that have state
 * @param crossings leads that would enter or leave HOT, by scorecard and the intent they would have
 */
record SavedLeads(long leads, List<LeadVerdict> crossings) {
  private static final long PROGRESS_EVERY = 100_000;

  /**
   * Reads the leads; takes about a second for every 10,000.
   *
   * @param progress told the leads read so far, now and then
   */
  static SavedLeads judge(Path state, Release before, Release after, LongConsumer progress) {
    Configuration settings = new Configuration();
    settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    try {
      StreamExecutionEnvironment env =
          StreamExecutionEnvironment.createLocalEnvironment(1, settings);
      SavepointReader reader =
          SavepointReader.read(env, state.toUri().toString(), new EmbeddedRocksDBStateBackend());
      try (CloseableIterator<LeadVerdict> verdicts =
          reader
              .readKeyedState(
                  OperatorIdentifier.forUid(OperatorId.SCORE_LEAD.uid()),
                  new LeadVerdicts(before, after),
                  Types.STRING,
                  TypeInformation.of(LeadVerdict.class))
              .executeAndCollect()) {
        return collected(verdicts, progress);
      }
    } catch (Exception e) {
      throw CliException.failure("the saved leads in %s cannot be read".formatted(state), e);
    }
  }

  private static SavedLeads collected(
      CloseableIterator<LeadVerdict> verdicts, LongConsumer progress) {
    long leads = 0;
    List<LeadVerdict> crossings = new ArrayList<>();
    while (verdicts.hasNext()) {
      LeadVerdict verdict = verdicts.next();
      if (verdict.isCrossing()) {
        crossings.add(verdict);
      } else if (++leads % PROGRESS_EVERY == 0) {
        progress.accept(leads);
      }
    }
    crossings.sort(
        Comparator.comparing(LeadVerdict::scorecard)
            .thenComparing(LeadVerdict::intentAfterMilli, Comparator.reverseOrder())
            .thenComparing(LeadVerdict::leadId));
    return new SavedLeads(leads, crossings);
  }

  long entering() {
    return crossings.stream().filter(LeadVerdict::entered).count();
  }

  long leaving() {
    return crossings.size() - entering();
  }
}
