package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.KafkaAccess;
import io.leadpulse.cli.stack.KafkaOptions;
import io.leadpulse.cli.stack.TopicPlan;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leadpulse topics plan}: what a Kafka lacks of the plan. Changes nothing. */
@Command(
    name = "plan",
    description = {
      "Shows how the topics differ from their plan.",
      "Exit code 0 if they do not, 2 if they do. What is in no plan is shown and counts as none."
    },
    footer = "  leadpulse topics plan --bootstrap-server localhost:9092")
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaOptions kafka;
  @Mixin private PlanOption plan;
  @Mixin private OutputOption output;

  record Summary(
      String prefix, int topics, boolean drift, List<Change> changes, List<String> unplanned) {}

  @Override
  public Integer call() {
    TopicPlan wanted = plan.read(spec.commandLine().getErr());
    KafkaAccess access = kafka.access();
    Drift drift;
    try (Admin admin = access.connect()) {
      drift = Drift.find(admin, access.prefix(), wanted);
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean differs = !drift.changes().isEmpty();
    if (output.isJson()) {
      JsonLine.print(
          out,
          new Summary(drift.prefix(), drift.topics(), differs, drift.changes(), drift.unplanned()));
    } else {
      show(drift, out);
    }
    return differs ? ExitCode.USAGE : ExitCode.OK;
  }

  private static void show(Drift drift, PrintWriter out) {
    for (Change change : drift.changes()) {
      out.println(change + (change.danger() == null ? "" : "; to change it: " + change.danger()));
    }
    drift.unplanned().forEach(thing -> out.println("in no plan: " + thing));
    out.printf(
        "%d topics planned under '%s', %s%n",
        drift.topics(),
        drift.prefix(),
        drift.changes().isEmpty()
            ? "no difference"
            : "%d differences; `leadpulse topics apply` mends them"
                .formatted(drift.changes().size()));
    out.flush();
  }
}
