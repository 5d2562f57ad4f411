package io.leadpulse.cli.doctor;

import io.leadpulse.cli.stack.FlinkApi;
import io.leadpulse.cli.stack.FlinkOption;
import io.leadpulse.cli.stack.FlinkRest;
import io.leadpulse.cli.stack.JobForm;
import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.KafkaOptions;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.topics.PlanOption;
import io.leadpulse.jobs.LeadScoringJob;
import io.leadpulse.jobs.config.BadConfigException;
import io.leadpulse.jobs.config.JobConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse doctor}: what is wrong with an installation, and how to mend it. */
@Command(
    name = "doctor",
    description = {
      "Checks Kafka, topics, a job and its checkpoints; every finding comes with its fix.",
      "Changes nothing. Exit code 0 if there is no problem, 2 if there is one."
    },
    footer = {
      "  leadpulse doctor --config config/lead-scoring.yaml --flink localhost:8081",
      "  leadpulse doctor --job hand-off --config config/hand-off.yaml --flink localhost:8081"
    })
public final class DoctorCommand implements Callable<Integer> {
  /** In the defaults that are checked while nobody gave a configuration; nobody asks it. */
  private static final String ANY_BROKER = "localhost:9092";

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private PlanOption plan;
  @Mixin private FlinkOption flink;
  @Mixin private OutputOption output;

  @Option(
      names = "--job",
      paramLabel = "NAME",
      defaultValue = LeadScoringJob.NAME,
      converter = JobForm.Converter.class,
      description = "lead-scoring or hand-off (default: ${DEFAULT-VALUE}).")
  private JobForm form;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration of the job (default: the default of every key).")
  private @Nullable Path file;

  @Option(
      names = "--reader-config",
      paramLabel = "FILE",
      description = "Properties of a consumer of the results; may be given several times.")
  private List<Path> readers = List.of();

  record Report(int problems, int warnings, int notChecked, List<Finding> findings) {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    TopicPlan topics = plan.read(err);
    Findings findings = new Findings();
    JobConfig config = config(findings);
    KafkaAccess access =
        file == null || config == null
            ? kafka.access()
            : kafka.access(config.kafka().client(), config.kafka().topicPrefix());
    URI rest = flink.address(access.flink());
    Visit visit =
        new Visit(
            form,
            config,
            access,
            topics,
            rest,
            readers,
            Clock.systemUTC(),
            () -> LockSupport.parkNanos(SECOND));
    visit.examine(api(rest), findings, line -> tell(err, line));
    List<Finding> found = findings.list();
    Report report =
        new Report(
            count(found, Severity.problem),
            count(found, Severity.warning),
            count(found, Severity.not_checked),
            found);
    if (output.isJson()) {
      JsonLine.print(spec.commandLine().getOut(), report);
    } else {
      ReportText.print(report, spec.commandLine().getOut());
    }
    return report.problems() > 0 ? ExitCode.USAGE : ExitCode.OK;
  }

  /** Null if it is not valid, which is a finding. */
  private @Nullable JobConfig config(Findings findings) {
    try {
      if (file == null) {
        findings.notChecked(
            Check.CONFIG, "no --config FILE; where one is needed every key has its default");
        return form.defaults(ANY_BROKER);
      }
      Path folder = file.toAbsolutePath().getParent();
      JobConfig config = form.plan(file.toString(), Files.readString(file), folder).config();
      findings.ok(Check.CONFIG, "%s", file);
      return config;
    } catch (BadConfigException e) {
      findings.problem(Check.CONFIG, "%s", e.getMessage());
      return null;
    } catch (IOException e) {
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static FlinkApi api(@Nullable URI rest) {
    if (rest == null) {
      return path -> {
        throw CliException.failure("Flink's REST address is not known");
      };
    }
    return new FlinkRest(rest)::get;
  }

  private static void tell(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }

  private static int count(List<Finding> findings, Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
