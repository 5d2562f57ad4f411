package io.leadpulse.chaos.handoff;

import io.leadpulse.chaos.agent.Traps;
import io.leadpulse.chaos.cluster.ClusterPlan;
import io.leadpulse.chaos.fault.Fault;
import io.leadpulse.chaos.fault.FaultPlan;
import io.leadpulse.chaos.fault.Fragile;
import io.leadpulse.chaos.fault.Ordeal;
import io.leadpulse.chaos.fault.Striker;
import io.leadpulse.chaos.people.Line;
import io.leadpulse.chaos.people.PeopleModel;
import io.leadpulse.chaos.people.Prospects;
import io.leadpulse.chaos.people.Telling;
import io.leadpulse.chaos.people.Wire;
import io.leadpulse.chaos.stage.Backlog;
import io.leadpulse.chaos.stage.Follower;
import io.leadpulse.chaos.stage.RunningJob;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.cli.stack.EndOffsets;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One run: both jobs on a cluster, leads that become hot, sales that reports on them, faults in the
 * midst of it, and a judge at the end.
 */
final class HandOffRun {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Of what is left of a chapter, each second. */
  private static final double SHARE = 0.05;

  private static final int TASK_MANAGERS = 3;

  /** So many that two TaskManagers have enough for both jobs. */
  private static final int SLOTS = 2;

  /** Of the first the output may be on its way still. */
  private static final int CHECKPOINTS_AT_REST = 2;

  private static final List<Subject<?>> OF_LEADS =
      List.of(
          Topics.LEAD_PROFILE,
          Topics.WEB_ACCESS,
          Topics.EMAIL_ENGAGEMENT,
          Topics.WEBINAR_ENGAGEMENT);

  private static final List<Subject<?>> OF_HAND_OFF =
      List.of(Topics.HOT_LEAD_ALERT, Topics.LEAD_SCORE, Topics.SALES_ACTIVITY);

  private final Settings settings;
  private final Progress progress;
  private final long start = System.nanoTime();

  HandOffRun(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The report; what is wrong is told as progress, by name. */
  Report execute() throws IOException, InterruptedException {
    Prospects prospects =
        Prospects.of(settings.seed(), settings.records(), settings.chapters(), SalesTeams.ALL);
    progress.say(
        "%d records of %d leads; logs and data in %s"
            .formatted(prospects.records(), prospects.leads(), settings.folder()));
    try (Stage stage = Stage.open(plan())) {
      stage.publish(PeopleModel.release());
      SalesTeams.writeTo(stage.folder());
      RunningJob scoring = progress.step("scoring", () -> stage.start(settings.scoring()));
      RunningJob handOff = progress.step("hand-off", () -> stage.startHandOff(settings.handOff()));
      try (Follower<LeadScore> rows =
              new Follower<>(stage.reader(Topics.LEAD_SCORE, Limits.RESULT), row -> {});
          SalesForce sales = new SalesForce(stage, settings.seed())) {
        Striker striker =
            new Striker(
                stage.cluster(),
                new Traps(Fragile.traps(settings.folder())),
                () -> busy(scoring, handOff));
        Ordeal ordeal =
            new Ordeal(
                stage.cluster(),
                striker,
                () -> Math.min(rows.newestMillis(), sales.newestMillis()));
        tell(stage, prospects, scoring, ordeal);
        sales.hurry();
        rest(stage, scoring, handOff, sales);
        return judge(stage, prospects, ordeal);
      }
    }
  }

  private ClusterPlan plan() throws IOException {
    return Fragile.plan(settings.folder(), settings.breakages())
        .withTaskManagers(TASK_MANAGERS, SLOTS);
  }

  private static Set<String> busy(RunningJob one, RunningJob other) {
    Set<String> names = new HashSet<>(one.busy());
    names.addAll(other.busy());
    return names;
  }

  private void tell(Stage stage, Prospects prospects, RunningJob scoring, Ordeal ordeal)
      throws IOException, InterruptedException {
    Wire wire = new Wire(Stage.PREFIX);
    try (Backlog open = new Backlog(stage, Settings.SCORING_GROUP, OF_LEADS)) {
      new Telling(stage.sender(), wire, 0, prospects.portraits(), SHARE).finish();
      stage.cluster().await("what is known of leads", LIMIT, open::isEmpty);
      int chapters = prospects.chapters().size();
      List<Fault> faults = FaultPlan.of(settings.seed(), settings.kills()).faults();
      for (int chapter = 0; chapter < chapters; chapter++) {
        List<Line> lines = prospects.chapters().get(chapter);
        Telling telling = new Telling(stage.sender(), wire, chapter + 1, lines, SHARE);
        int from = chapter * faults.size() / chapters;
        int to = (chapter + 1) * faults.size() / chapters;
        for (Fault fault : faults.subList(from, to)) {
          ordeal.begin();
          progress.say(ordeal.strike(fault));
        }
        telling.finish();
      }
      stage.cluster().await("the scoring job to take all", LIMIT, open::isEmpty);
      // Clicks wait two seconds for their verdict.
      scoring.checkpoint(LIMIT);
    }
  }

  /** Waits until nothing more can come of what was sent, and ends both jobs. */
  private void rest(Stage stage, RunningJob scoring, RunningJob handOff, SalesForce sales) {
    progress.step("end of scoring", scoring::stop);
    try (Backlog open = new Backlog(stage, Settings.HAND_OFF_GROUP, OF_HAND_OFF)) {
      for (int checkpoints = 0; checkpoints < CHECKPOINTS_AT_REST; ) {
        stage.cluster().await("sales", LIMIT, () -> isDone(stage, sales) && open.isEmpty());
        boolean held = handOff.checkpoint(LIMIT);
        checkpoints = held && isDone(stage, sales) && open.isEmpty() ? checkpoints + 1 : 0;
      }
    }
    progress.step("end of hand-off", handOff::stop);
  }

  private static boolean isDone(Stage stage, SalesForce sales) {
    long[] told = {0};
    stage.read(Topics.HAND_OFF, Limits.RESULT, record -> told[0]++);
    return sales.isDone(told[0]);
  }

  private Report judge(Stage stage, Prospects prospects, Ordeal ordeal) {
    Judge judge = progress.step("judgement", () -> Judge.read(stage));
    Report report =
        new Report(
            prospects.records(),
            prospects.leads(),
            ordeal.blows(),
            ordeal.byTarget(),
            ordeal.byPoint(),
            ordeal.missed(),
            settings.seed(),
            judge.raised(),
            judge.released(),
            judge.withdrawn(),
            judge.waiting(),
            judge.reports(),
            judge.moved(),
            judge.closed(),
            judge.unjudged(),
            judge.releasedTwice(),
            judge.lost(),
            judge.misdirected(),
            judge.overBudget(),
            judge.wrongStages(),
            judge.movesBroken(),
            judge.movesTwice(),
            judge.othersTwice(),
            EndOffsets.sum(stage.cluster().bootstrap(), Stage.PREFIX, List.of(Topics.DEAD_LETTER)),
            ordeal.recoveries(),
            Duration.ofNanos(System.nanoTime() - start).toSeconds());
    judge.examples().forEach(progress::say);
    return report;
  }
}
