package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.terminal.OutputFormat;
import io.leadpulse.schemas.FunnelStats;
import io.leadpulse.schemas.FunnelStatsKey;
import io.leadpulse.schemas.Topics;
import java.io.PrintWriter;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse funnel}: how far the hot leads of each team and month came. */
@Command(
    name = "funnel",
    description = {
      "Shows how far hot leads came, by team and month: the numbers of the weekly meeting.",
      "A lead counts in the month in which it became hot, and once for each step that it reached;"
          + " what sales reported counts in the month in which sales did it. A rate of fewer than"
          + " 20 leads shows how many they are, as in 40 %% of 5. Times are business hours; medians"
          + " of several scorecards or model versions cannot be added up and are left blank."
    },
    footer = {"  leadpulse funnel --team inside --month 2026-04", "  leadpulse funnel --by signal"})
public final class FunnelCommand implements Runnable {
  private static final Comparator<FunnelStats> NEWEST_MONTH_FIRST =
      Comparator.comparing(FunnelStats::getMonth)
          .reversed()
          .thenComparing(FunnelStats::getTeam)
          .thenComparing(FunnelStats::getScorecard)
          .thenComparingLong(FunnelStats::getModelVersion)
          .thenComparing(FunnelStats::getDimension)
          .thenComparing(FunnelStats::getValue);

  @Spec private CommandSpec spec;
  @Mixin private ScreenOptions screen;
  @Mixin private BootstrapOption bootstrap;

  @Option(names = "--team", paramLabel = "ID", description = "Only this team.")
  private @Nullable String team;

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      description = "Only this month, such as 2026-04 (default: all, the newest first).")
  private @Nullable YearMonth month;

  @Option(
      names = "--by",
      paramLabel = "PART",
      defaultValue = "all",
      description = "Split the leads by it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private FunnelBy by = FunnelBy.all;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}; json is one compact line a row as it is in the topic, of those"
              + " that the text is made of (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.text;

  @Override
  public void run() {
    Connection stack = bootstrap.locate();
    List<FunnelStats> rows = read(stack);
    if (output == OutputFormat.json) {
      rows.forEach(row -> spec.commandLine().getOut().println(AvroJson.line(AvroJson.fields(row))));
    } else if (rows.isEmpty()) {
      spec.commandLine().getErr().println("no such numbers yet: the job hand-off writes them");
    } else {
      print(rows, new Figures(new ReleasedModels(ReleaseLog.read(stack)).zone()));
    }
  }

  private List<FunnelStats> read(Connection stack) {
    Consumer<String> notices = spec.commandLine().getErr()::println;
    LatestRows<FunnelStatsKey, FunnelStats> latest =
        new LatestRows<>(
            new RowDecoder<>(
                stack.reading(),
                Topics.FUNNEL_STATS,
                Topics.FUNNEL_STATS_KEY,
                FunnelCommand::key,
                notices),
            change -> matches(change.key()),
            NEWEST_MONTH_FIRST);
    new StackReader(stack, notices).read(Topics.FUNNEL_STATS, latest::take);
    return latest.values();
  }

  private static FunnelStatsKey key(FunnelStats row) {
    return new FunnelStatsKey(
        row.getTeam(),
        row.getMonth(),
        row.getScorecard(),
        row.getModelVersion(),
        row.getDimension(),
        row.getValue());
  }

  private boolean matches(FunnelStatsKey key) {
    return (team == null || team.equals(key.getTeam()))
        && (month == null || month.toString().equals(key.getMonth()))
        && by.takes(key);
  }

  private void print(List<FunnelStats> rows, Figures figures) {
    PrintWriter out = spec.commandLine().getOut();
    String gap = "";
    for (FunnelMonth of : FunnelMonth.of(rows)) {
      out.print(gap);
      new FunnelText(of, screen.words(), figures, screen.width()).lines(by).forEach(out::println);
      gap = System.lineSeparator();
    }
  }
}
