package io.leadpulse.cli.model;

import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.Crossing;
import io.leadpulse.schemas.ModelImpact;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leadpulse model impact}: who crossed because the model changed. */
@Command(
    name = "impact",
    description = {
      "Counts who entered and left HOT because a release changed the model, by version and"
          + " scorecard.",
      "Sales is not told of these; a lead that entered is raised with its next event."
    },
    footer = {"  leadpulse model impact", "  leadpulse model impact --version 4 --leads"})
final class ImpactCommand implements Runnable {
  private static final String FORMAT = "%-8s %-24s %8s %8s%n";

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private BootstrapOption bootstrap;

  @Option(names = "--version", paramLabel = "N", description = "Only by this release.")
  private @Nullable Long version;

  @Option(names = "--leads", description = "List the leads too; json lists them with it.")
  private boolean listed;

  record Count(long version, String scorecard, long entered, long left) {}

  record Lead(
      long version,
      String leadId,
      String scorecard,
      String crossing,
      long intentBeforeMilli,
      long intentAfterMilli,
      String alertId) {}

  record Result(List<Count> counts, @Nullable List<Lead> leads) {}

  @Override
  public void run() {
    List<Lead> leads = read(bootstrap.locate());
    List<Count> counts = counts(leads);
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, new Result(counts, listed ? leads : null));
      return;
    }
    out.printf(FORMAT, "VERSION", "SCORECARD", "ENTERED", "LEFT");
    counts.forEach(c -> out.printf(FORMAT, c.version, c.scorecard, c.entered, c.left));
    if (listed) {
      leads.forEach(lead -> print(out, lead));
    }
  }

  private static void print(PrintWriter out, Lead lead) {
    out.printf(
        "  %d  %-7s %s on %s: %.3f -> %.3f%n",
        lead.version,
        lead.crossing,
        lead.leadId,
        lead.scorecard,
        lead.intentBeforeMilli / 1e3,
        lead.intentAfterMilli / 1e3);
  }

  private List<Lead> read(Connection stack) {
    List<Lead> leads = new ArrayList<>();
    try (TopicReader<ModelImpact> reader =
        new TopicReader<>(
            stack.bootstrapServers(),
            stack.topicPrefix(),
            stack.reading(),
            Topics.MODEL_IMPACT,
            Limits.RESULT,
            spec.commandLine().getErr()::println)) {
      reader.readToEnd(
          message ->
              message.ifValue(
                  impact -> {
                    if (version == null || version == impact.getModelVersion()) {
                      leads.add(lead(impact));
                    }
                  }));
    }
    return leads;
  }

  private static Lead lead(ModelImpact impact) {
    return new Lead(
        impact.getModelVersion(),
        impact.getLeadId(),
        impact.getScorecard(),
        impact.getCrossing().toString(),
        impact.getIntentBeforeMilli(),
        impact.getIntentAfterMilli(),
        impact.getAlertId());
  }

  private static List<Count> counts(List<Lead> leads) {
    Map<Long, Map<String, long[]>> sums = new TreeMap<>();
    for (Lead lead : leads) {
      long[] sum =
          sums.computeIfAbsent(lead.version, v -> new TreeMap<>())
              .computeIfAbsent(lead.scorecard, card -> new long[2]);
      sum[lead.crossing.equals(Crossing.ENTERED.toString()) ? 0 : 1]++;
    }
    List<Count> counts = new ArrayList<>();
    sums.forEach(
        (v, cards) -> cards.forEach((card, sum) -> counts.add(new Count(v, card, sum[0], sum[1]))));
    return counts;
  }
}
