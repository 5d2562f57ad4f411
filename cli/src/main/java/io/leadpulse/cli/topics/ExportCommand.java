package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.LocalStack;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse topics export}: the plan for those who manage topics by other means. */
@Command(
    name = "export",
    description = "Prints the plan as resources for Strimzi's topic operator. Asks no Kafka.",
    footer = "  leadpulse topics export --format strimzi --cluster my-cluster")
final class ExportCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private PlanOption plan;

  /** The formats, named as on the command line. */
  enum Format {
    strimzi
  }

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}: KafkaTopic resources, kafka.strimzi.io/v1.")
  private Format format = Format.strimzi;

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      defaultValue = "my-cluster",
      description = "The Kafka resource, for the label (default: ${DEFAULT-VALUE}).")
  private String cluster = "";

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      defaultValue = LocalStack.TOPIC_PREFIX,
      description = "What the topics begin with, with its dot (default: ${DEFAULT-VALUE}).")
  private String prefix = "";

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      description = "Of each topic (default: not said, so the broker's default).")
  private @Nullable Short replicas;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    StrimziExport export = new StrimziExport(cluster, prefix, replicas);
    switch (format) {
      case strimzi -> out.print(export.text(plan.read(spec.commandLine().getErr())));
    }
    out.flush();
  }
}
