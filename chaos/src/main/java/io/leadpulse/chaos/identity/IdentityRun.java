package io.leadpulse.chaos.identity;

import io.leadpulse.chaos.agent.Traps;
import io.leadpulse.chaos.fault.Fault;
import io.leadpulse.chaos.fault.FaultPlan;
import io.leadpulse.chaos.fault.Fragile;
import io.leadpulse.chaos.fault.Ordeal;
import io.leadpulse.chaos.fault.Striker;
import io.leadpulse.chaos.people.Account;
import io.leadpulse.chaos.people.Line;
import io.leadpulse.chaos.people.PeopleModel;
import io.leadpulse.chaos.people.Story;
import io.leadpulse.chaos.people.Telling;
import io.leadpulse.chaos.people.Wire;
import io.leadpulse.chaos.stage.Follower;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.stack.EndOffsets;
import io.leadpulse.cli.stack.OutcomeTotals;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run: a cluster, a story told chapter by chapter, faults in the midst of it, and the truth at
 * the end.
 */
final class IdentityRun {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Of what is left of a chapter, each second. */
  private static final double SHARE = 0.1;

  /** The counters may be of before a restart when the first one begins. */
  private static final int CHECKPOINTS_AT_REST = 2;

  private final Settings settings;
  private final Progress progress;
  private final long start = System.nanoTime();
  private final Release release = PeopleModel.release();
  private final Wire wire = new Wire(Stage.PREFIX);
  private final Account account = new Account();
  private final List<Long> restedAt = new ArrayList<>();

  /** When all came to rest last. */
  private OutcomeTotals totals = new OutcomeTotals(Map.of());

  IdentityRun(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The report; what is wrong is told as progress, by name. */
  Report execute() throws IOException, InterruptedException {
    Story story = Story.of(settings.seed(), settings.records(), settings.chapters());
    progress.say(
        "%d records of %d persons with %d leads; logs and data in %s"
            .formatted(story.records(), story.persons(), story.leads(), settings.folder()));
    try (Stage stage = Stage.open(Fragile.plan(settings.folder(), settings.breakages()));
        Follower<LeadScore> rows =
            new Follower<>(stage.reader(Topics.LEAD_SCORE, Limits.RESULT), row -> {})) {
      stage.publish(release);
      progress.step("start", () -> stage.start(settings.job()));
      Striker striker =
          new Striker(stage.cluster(), new Traps(Fragile.traps(settings.folder())), stage::busy);
      Ordeal ordeal = new Ordeal(stage.cluster(), striker, rows::newestMillis);
      tell(stage, story, ordeal);
      progress.step("stop", stage::stopJob);
      rows.finish();
      return judge(stage, story, ordeal, rows.count());
    }
  }

  private void tell(Stage stage, Story story, Ordeal ordeal)
      throws IOException, InterruptedException {
    List<Fault> faults = FaultPlan.of(settings.seed(), settings.kills()).faults();
    for (int chapter = 0; chapter < story.chapters().size(); chapter++) {
      List<Line> lines = story.chapters().get(chapter);
      Telling telling = new Telling(stage.sender(), wire, chapter, lines, SHARE);
      for (Fault fault : faultsOf(faults, chapter)) {
        ordeal.begin();
        progress.say(ordeal.strike(fault));
      }
      telling.finish();
      lines.forEach(account::add);
      String name = "chapter %d of %d".formatted(chapter + 1, story.chapters().size());
      totals = progress.step(name, () -> rest(stage));
      restedAt.add(System.currentTimeMillis());
    }
  }

  /** Chapters of acts have their share of the faults, roll calls have none. */
  private List<Fault> faultsOf(List<Fault> faults, int chapter) {
    if (chapter % 2 == 1) {
      return List.of();
    }
    int from = chapter / 2 * faults.size() / settings.chapters();
    int to = (chapter / 2 + 1) * faults.size() / settings.chapters();
    return faults.subList(from, to);
  }

  /** Waits until all that was sent has come to its outcome, and that is in checkpoints. */
  private OutcomeTotals rest(Stage stage) {
    OutcomeTotals seen = stage.await(LIMIT, account::isSettled);
    for (int checkpoints = 0; checkpoints < CHECKPOINTS_AT_REST; ) {
      checkpoints = stage.checkpoint(LIMIT) ? checkpoints + 1 : 0;
      seen = stage.await(LIMIT, account::isSettled);
    }
    return seen;
  }

  private Report judge(Stage stage, Story story, Ordeal ordeal, long rows) {
    Published published = progress.step("output", () -> Published.read(stage));
    Truth truth = progress.step("truth", () -> Truth.read(stage.cluster().bootstrap(), release));
    Comparison comparison = new Comparison(truth, published);
    List<String> cards =
        release.compile().model().scorecards().stream().map(Scorecard::id).toList();
    Report report =
        new Report(
            story.records(),
            story.persons(),
            story.leads(),
            ordeal.blows(),
            ordeal.byTarget(),
            ordeal.byPoint(),
            ordeal.missed(),
            settings.seed(),
            truth.kinship().merges(),
            truth.kinship().splits(),
            truth.kinship().erasures(),
            comparison.retractions(restedAt),
            comparison.recalled("machine-made"),
            comparison.recalled("erased"),
            published.transfers(),
            rows,
            comparison.differences(cards),
            comparison.alertsTwice(),
            comparison.neverRecalled(),
            comparison.wrongSuspects(),
            published.companies().size(),
            comparison.wrongCompanies(),
            comparison.outcomesOff(account, totals),
            EndOffsets.sum(stage.cluster().bootstrap(), Stage.PREFIX, List.of(Topics.DEAD_LETTER)),
            ordeal.recoveries(),
            seconds());
    comparison.examples().forEach(progress::say);
    return report;
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }
}
