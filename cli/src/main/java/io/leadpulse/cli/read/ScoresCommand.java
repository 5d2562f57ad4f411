package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.schemas.LeadScore;
import io.leadpulse.schemas.LeadScoreKey;
import io.leadpulse.schemas.Tier;
import io.leadpulse.schemas.Topics;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse scores}: the newest score of each lead. */
@Command(
    name = "scores",
    description = {
      "Lists the newest score of each lead, highest first.",
      "Only what the job has committed is shown. With --follow each new score is printed as it"
          + " comes, until Ctrl-C; a line with leadId and scorecard only means that the score is"
          + " gone."
    },
    footer = {
      "  leadpulse scores --tier HOT",
      "  leadpulse scores --scorecard new-business --limit 20 --output json"
    })
public final class ScoresCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private TableOption output;
  @Mixin private ScreenOptions screen;
  @Mixin private ListOptions list;
  @Mixin private BootstrapOption bootstrap;

  @Option(names = "--lead", paramLabel = "ID", description = "Only this lead.")
  private @Nullable String lead;

  @Option(names = "--scorecard", paramLabel = "ID", description = "Only this scorecard.")
  private @Nullable String scorecard;

  @Option(names = "--tier", paramLabel = "TIER", description = "Only HOT, WARM or COLD.")
  private @Nullable Tier tier;

  @Override
  public void run() {
    Connection stack = bootstrap.locate();
    ScoreFilter filter = new ScoreFilter(lead, scorecard, tier);
    list.print(
        stack,
        Topics.LEAD_SCORE,
        ScoreRows.none(stack.reading(), filter, spec.commandLine().getErr()::println),
        () -> printer(stack));
  }

  private RowPrinter<RowChange<LeadScoreKey, LeadScore>> printer(Connection stack) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      return RowPrinter.json(out, RowChange::fields);
    }
    ReleasedModels models = new ReleasedModels(ReleaseLog.read(stack));
    ScoreTable table =
        new ScoreTable(
            screen.words(), models, models.zone(), scorecard == null && !models.hasOneScorecard());
    return RowPrinter.table(out, table.columns(), table::cells, screen.width());
  }
}
