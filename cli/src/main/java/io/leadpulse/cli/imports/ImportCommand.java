package io.leadpulse.cli.imports;

import io.leadpulse.cli.imports.Sources.Source;
import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.row.Intake;
import io.leadpulse.intake.row.Row;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse import}: real material into the input topics of a stack. */
@Command(
    name = "import",
    description = {
      "Sends logs and webhooks of real services.",
      "A row that is no event becomes a dead letter with its file, line and reason. Importing again",
      "within the job's dedupe window (7 days by default) changes no score: ids stay the same."
    },
    footer = {
      "  leadpulse import --format combined-log --file access.log --lead-from ip",
      "  leadpulse import --format sendgrid --file monday.jsonl --file tuesday.jsonl"
    })
public final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private BootstrapOption bootstrap;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      converter = FormatConverter.class,
      completionCandidates = FormatConverter.Candidates.class,
      description = "${COMPLETION-CANDIDATES}.")
  private IntakeFormat format;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      required = true,
      description = "A file, or - for standard input; any number of times.")
  private List<Path> files = List.of();

  @Option(
      names = "--lead-from",
      paramLabel = "FIELD",
      converter = LeadFromConverter.class,
      description =
          "Of a log, what names the lead: ip, user or cookie=NAME (in a quoted field after the"
              + " agent). Without it an access has a visitor only.")
  private LeadFrom leadFrom = LeadFrom.NOTHING;

  @Option(
      names = "--hash-key-file",
      paramLabel = "FILE",
      description =
          "The key that turns addresses into ids: 32 bytes as hex, base64 or raw (default:"
              + " .leadpulse/hash.key, made at need).")
  private @Nullable Path hashKeyFile;

  @Override
  public void run() {
    if (leadFrom != LeadFrom.NOTHING && !format.takesLeadFrom()) {
      throw usage("--lead-from is for logs; in %s the mail address names the lead", format);
    }
    if (files.stream().filter(Sources::isStandardInput).count() > 1) {
      throw usage("--file - is given twice, and there is one standard input");
    }
    Sources sources = Sources.of(files);
    Connection stack = bootstrap.locate();
    LeadIds ids = new LeadIds(KeyFile.read(hashKeyFile, new Home(stack.home())));
    print(send(format.open(ids, leadFrom), sources, stack));
  }

  private ImportSummary send(Intake intake, Sources sources, Connection stack) {
    Progress progress = new Progress(spec.commandLine().getErr(), System::nanoTime);
    Tally tally = new Tally(progress, System::nanoTime);
    try (RowSender<?> sender = RowSender.to(stack, intake.topic(), Clock.systemUTC())) {
      sources.each(source -> intake.read(source.name(), source.in(), rows(sender, tally, source)));
      intake.finish(rows(sender, tally, Source.NONE));
      sender.flush();
    }
    tally.tellRefusals();
    return tally.summary();
  }

  private static Consumer<Row> rows(RowSender<?> sender, Tally tally, Source source) {
    return row -> {
      sender.send(row, source.name());
      tally.count(row, source.name());
    };
  }

  private void print(ImportSummary summary) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, summary);
    } else {
      out.printf(
          "rows %d, sent %d, dead letters %d%n",
          summary.rows(), summary.sent(), summary.deadLetters());
      out.flush();
    }
  }

  private ParameterException usage(String message, Object... details) {
    return new ParameterException(spec.commandLine(), message.formatted(details));
  }
}
