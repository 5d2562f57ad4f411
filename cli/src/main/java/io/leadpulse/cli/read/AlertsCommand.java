package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Optional;
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
    int limit = list.limit(spec);
    Connection stack = bootstrap.locate();
    AlertLog log = new AlertLog(new AlertFilter(lead, scorecard, types));
    try (TopicReader<HotLeadAlert> reader =
        new TopicReader<>(
            stack.bootstrapServers(),
            stack.topicPrefix(),
            stack.reading(),
            Topics.HOT_LEAD_ALERT,
            Limits.RESULT,
            spec.commandLine().getErr()::println)) {
      list.heedStop(reader);
      reader.readToEnd(message -> message.ifValue(log::take));
      if (reader.isStopped()) {
        return;
      }
      RowPrinter<HotLeadAlert> printer = printer(stack);
      printer.first(log.newest(limit), list.follows());
      list.follow(
          reader,
          spec,
          message ->
              Optional.ofNullable(message.value()).filter(log::isNews).ifPresent(printer::next));
    }
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
