package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.cli.sales.ReportCommands;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
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

/** {@code leadpulse handoffs}: what becomes of hot leads between marketing and sales. */
@Command(
    name = "handoffs",
    description = {
      "Lists what becomes of hot leads, oldest first; its commands report what sales did.",
      "Only what the job has committed is shown, and repeats after a replay are not. --limit keeps"
          + " the newest. With --follow each new step is printed as it comes, until Ctrl-C."
    },
    footer = {
      "  leadpulse handoffs --team inside --open",
      "  leadpulse handoffs --kind RELEASED,BREACHED --follow",
      "  leadpulse handoffs accept lead-00042 --owner tanaka"
    },
    subcommands = {
      ReportCommands.Accept.class,
      ReportCommands.Reject.class,
      ReportCommands.Contacted.class,
      ReportCommands.Meeting.class,
      ReportCommands.Qualified.class,
      ReportCommands.Won.class,
      ReportCommands.Lost.class,
      ReportCommands.Recycle.class
    })
public final class HandoffsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private TableOption output;
  @Mixin private ScreenOptions screen;
  @Mixin private ListOptions list;
  @Mixin private BootstrapOption bootstrap;

  @Option(names = "--team", paramLabel = "ID", description = "Only of this team.")
  private @Nullable String team;

  @Option(names = "--lead", paramLabel = "ID", description = "Only of this lead.")
  private @Nullable String lead;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description =
          "Only RELEASED, WITHDRAWN, UNWORKED, MOVED, ACTIVE, WARNED, BREACHED, REASSIGNED, DIGEST,"
              + " NURTURE, CORRECT, DAY, or several of them.")
  private Set<HandOffKind> kinds = EnumSet.noneOf(HandOffKind.class);

  @Option(
      names = "--open",
      description = "Only the newest step of each lead that sales still has to do something with.")
  private boolean open;

  @Override
  public void run() {
    HandOffFilter filter = new HandOffFilter(team, lead, kinds);
    Connection stack = bootstrap.locate();
    list.print(
        stack,
        Topics.HAND_OFF,
        open ? new OpenHandOffs(filter) : filter.log(),
        () -> printer(stack));
  }

  private RowPrinter<HandOff> printer(Connection stack) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      return RowPrinter.json(out, AvroJson::fields);
    }
    HandOffTable table =
        new HandOffTable(screen.words(), new ReleasedModels(ReleaseLog.read(stack)).zone());
    return RowPrinter.table(out, table.columns(), table::cells, screen.width());
  }
}
