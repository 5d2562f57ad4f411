package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.Topics;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse alerts}: what sales was told. */
@Command(
    name = "alerts",
    description = {
      "Lists the alerts to sales, oldest first.",
      "Only what the job has committed is shown, and repeats after a replay are not. --limit keeps"
          + " the newest. With --follow each new alert is printed as it comes, until Ctrl-C."
    },
    footer = {
      "  leadpulse alerts --type RAISED --follow",
      "  leadpulse alerts --limit 10 --lang ja"
    })
public final class AlertsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private TableOption output;
  @Mixin private ScreenOptions screen;
  @Mixin private ListOptions list;
  @Mixin private BootstrapOption bootstrap;

  @Option(names = "--lead", paramLabel = "ID", description = "Only of this lead.")
  private @Nullable String lead;

  @Option(names = "--scorecard", paramLabel = "ID", description = "Only on this scorecard.")
  private @Nullable String scorecard;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      description = "Only RAISED, UPDATED, RECALLED, COOLED, or several of them.")
  private Set<AlertType> types = EnumSet.noneOf(AlertType.class);

  @Override
  public void run() {
    Connection stack = bootstrap.locate();
    list.print(
        stack,
        Topics.HOT_LEAD_ALERT,
        new AlertFilter(lead, scorecard, types).log(),
        () -> printer(stack));
  }

  private RowPrinter<HotLeadAlert> printer(Connection stack) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      return RowPrinter.json(out, AvroJson::fields);
    }
    ReleasedModels models = new ReleasedModels(ReleaseLog.read(stack));
    AlertTable table =
        new AlertTable(
            screen.words(), models.zone(), scorecard == null && !models.hasOneScorecard());
    return RowPrinter.table(out, table.columns(), table::cells, screen.width());
  }
}
