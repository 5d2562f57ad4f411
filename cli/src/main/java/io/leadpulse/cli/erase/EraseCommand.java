package io.leadpulse.cli.erase;

import io.leadpulse.cli.stack.FlinkOption;
import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.KafkaOptions;
import io.leadpulse.cli.stack.RegistryOption;
import io.leadpulse.cli.terminal.Confirmation;
import io.leadpulse.cli.terminal.DurationConverter;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse erase}: has a lead forgotten, and tells what is left of it. */
@Command(
    name = "erase",
    description = {
      "Has a lead forgotten; with --verify tells what is left of it, where, and until when.",
      "The running job takes its state and rows away and drops what comes later. With --verify"
          + " nothing changes: exit code 0 if nothing is left, 2 if something is, 1 if nothing was"
          + " found but a place could not be searched."
    },
    footer = {
      "  leadpulse erase --lead lead-00042 --wait 60s",
      "  leadpulse erase --lead lead-00042 --verify --flink localhost:8081"
    })
public final class EraseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private RegistryOption registry;
  @Mixin private FlinkOption flink;
  @Mixin private OutputOption output;

  @Option(
      names = "--lead",
      paramLabel = "ID",
      required = true,
      description = "The lead; may be given several times.")
  private List<String> leads = List.of();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean agreed;

  @Option(names = "--dry-run", description = "Only show what would be published.")
  private boolean dryRun;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "Return when the lead's rows are taken back; exit code 1 if they are not by then.")
  private @Nullable Duration wait;

  @Option(names = "--verify", description = "Publish nothing: search topics and checkpoints.")
  private boolean verify;

  @Option(
      names = "--derived",
      description = "With --verify: only what Leadpulse made, and no topics of others.")
  private boolean derivedOnly;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "With --verify: savepoint or checkpoint to search; may be given several times (default: the"
              + " newest checkpoint of each job).")
  private List<String> states = List.of();

  @Override
  public Integer call() {
    checkOptions();
    List<String> ids = leads.stream().distinct().toList();
    KafkaAccess access = kafka.access();
    return verify ? verify(access, ids) : request(access, ids);
  }

  private void checkOptions() {
    if (leads.stream().anyMatch(String::isBlank)) {
      throw bad("--lead is blank");
    }
    if (verify && (agreed || dryRun || wait != null)) {
      throw bad("--verify publishes nothing: leave out --yes, --dry-run and --wait");
    }
    if (!verify && (derivedOnly || !states.isEmpty())) {
      throw bad("--derived and --state go with --verify");
    }
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int request(KafkaAccess access, List<String> ids) {
    Erasure erasure = new Erasure(access, registry.access(), this::tell);
    if (!dryRun && !agreed) {
      Confirmation.ask("Forget %s for good?".formatted(String.join(", ", ids)), "--yes");
    }
    Erasure.Result result = erasure.request(ids, dryRun, wait);
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, result);
    } else {
      ErasureText.print(result, out);
    }
    return Boolean.FALSE.equals(result.gone()) ? ExitCode.FAILURE : ExitCode.OK;
  }

  private int verify(KafkaAccess access, List<String> ids) {
    Verification verification =
        new Verification(access, registry.access(), flink.address(access.flink()), this::tell);
    List<Remains> remains = verification.search(ids, derivedOnly, states);
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, RemainsJson.of(remains));
    } else {
      RemainsText.print(remains, out);
    }
    if (remains.stream().anyMatch(lead -> lead.left() > 0)) {
      return ExitCode.USAGE;
    }
    return remains.stream().anyMatch(lead -> lead.notLooked() > 0) ? ExitCode.FAILURE : ExitCode.OK;
  }

  private void tell(String line) {
    spec.commandLine().getErr().println(line);
    spec.commandLine().getErr().flush();
  }
}
