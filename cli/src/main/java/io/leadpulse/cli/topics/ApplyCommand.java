package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.KafkaOptions;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.topics.Applied.Result;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse topics apply}: makes a Kafka as planned, and destroys nothing unasked. */
@Command(
    name = "apply",
    description = {
      "Creates missing topics and sets what differs from the plan. Deletes no topic.",
      "Exit code 1 if a change failed, 2 if one was refused because it needs a flag."
    },
    footer = "  leadpulse topics apply --bootstrap-server localhost:9092 --replication-factor 3")
final class ApplyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private PlanOption plan;
  @Mixin private OutputOption output;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      description = "Of new topics (default: the broker's default.replication.factor).")
  private @Nullable Short replicas;

  @Option(
      names = "--add-partitions",
      description =
          "Add partitions where the plan has more: keys move to others and lose their order.")
  private boolean addPartitions;

  @Option(
      names = "--allow-destructive",
      description =
          "Also change cleanup.policy, shorten retention, lower max.message.bytes and the like.")
  private boolean allowDestructive;

  record Row(
      String topic,
      Change.Kind what,
      String key,
      String wanted,
      String found,
      Result result,
      String detail) {}

  record Summary(String prefix, int done, int refused, int failed, List<Row> changes) {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    TopicPlan wanted = plan.read(err);
    KafkaAccess access = kafka.access();
    err.printf("comparing %d topics%n", wanted.topics().size());
    err.flush();
    PrintWriter told = output.isJson() ? err : out;
    Summary summary;
    try (Admin admin = access.connect()) {
      Drift drift = Drift.find(admin, access.prefix(), wanted);
      Applier applier =
          new Applier(
              admin,
              wanted,
              new Permissions(addPartitions, allowDestructive),
              Optional.ofNullable(replicas));
      summary = summary(drift.prefix(), applier.apply(drift, applied -> tell(told, applied)));
    }
    if (output.isJson()) {
      JsonLine.print(out, summary);
    } else {
      out.printf(
          "%d done, %d refused, %d failed%n", summary.done(), summary.refused(), summary.failed());
      out.flush();
    }
    return exitCode(summary);
  }

  private static void tell(PrintWriter told, Applied applied) {
    told.println(applied);
    told.flush();
  }

  private static Summary summary(String prefix, List<Applied> results) {
    return new Summary(
        prefix,
        count(results, Result.done),
        count(results, Result.refused),
        count(results, Result.failed),
        results.stream().map(ApplyCommand::row).toList());
  }

  private static Row row(Applied applied) {
    Change change = applied.change();
    return new Row(
        change.topic(),
        change.what(),
        change.key(),
        change.wanted(),
        change.found(),
        applied.result(),
        applied.detail());
  }

  private static int count(List<Applied> results, Result result) {
    return (int) results.stream().filter(applied -> applied.result() == result).count();
  }

  private static int exitCode(Summary summary) {
    if (summary.failed() > 0) {
      return ExitCode.FAILURE;
    }
    return summary.refused() > 0 ? ExitCode.USAGE : ExitCode.OK;
  }
}
