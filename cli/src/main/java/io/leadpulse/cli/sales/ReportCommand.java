package io.leadpulse.cli.sales;

import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.stack.RecordSender;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputFormat;
import io.leadpulse.cli.terminal.TerminalText;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one report of sales for each lead named, to {@code sales-activity.v1}. */
abstract class ReportCommand implements Runnable {
  private final SalesActivityKind kind;

  @Spec private CommandSpec spec;
  @Mixin private BootstrapOption bootstrap;

  @Parameters(paramLabel = "LEAD", arity = "1..*", description = "Id of the lead.")
  private List<String> leads = List.of();

  @Option(names = "--owner", paramLabel = "ID", description = "The sales person.")
  private String owner = "";

  @Option(names = "--team", paramLabel = "ID", description = "The sales team.")
  private String team = "";

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "The stage that it comes to, as the team calls it.")
  private String stage = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "When it was done, such as 2027-01-05T10:30:00+09:00; not ahead (default: now).")
  private @Nullable OffsetDateTime at;

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}; json is one compact line a lead (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.text;

  ReportCommand(SalesActivityKind kind) {
    this.kind = kind;
  }

  /** Why it was done; NONE where no reason applies. */
  SalesActivityReason reason() {
    return SalesActivityReason.NONE;
  }

  @Override
  public void run() {
    Set<String> ids = ids();
    SalesReport report = new SalesReport(kind, reason(), at(), owner, team, stage);
    Connection stack = bootstrap.locate();
    String topic = Topics.SALES_ACTIVITY.topic(stack.topicPrefix());
    requireTopic(stack, topic);
    RecordEncoder<SalesActivity> encoder =
        stack.writing(List.of(Topics.SALES_ACTIVITY)).encoder(Topics.SALES_ACTIVITY);
    try (RecordSender sender = new RecordSender(stack.bootstrapServers())) {
      for (String id : ids) {
        SalesActivity activity = report.of(id, UUID.randomUUID().toString());
        sender.send(topic, id.getBytes(StandardCharsets.UTF_8), encoder.encode(activity));
        say(SalesReport.Sent.of(activity));
      }
    }
  }

  /** Each once, in the order given. */
  private Set<String> ids() {
    for (String lead : leads) {
      if (lead.isBlank()) {
        throw bad("a lead's id is blank");
      }
      if (lead.contains("@")) {
        throw bad("'" + lead + "' is a mail address; give the lead's id");
      }
    }
    return new LinkedHashSet<>(leads);
  }

  private Instant at() {
    Instant now = Clock.systemUTC().instant();
    if (at == null) {
      return now;
    }
    if (at.toInstant().isAfter(now)) {
      throw bad("--at lies ahead: report what was done once it is, or leave it out");
    }
    return at.toInstant();
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static void requireTopic(Connection stack, String topic) {
    try (Admin admin =
        Admin.create(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) stack.bootstrapServers()))) {
      RecordSender.requireTopics(
          admin,
          stack.bootstrapServers(),
          List.of(topic),
          "`leadpulse up` makes the topics of a stack");
    }
  }

  /** Says at once what the broker has, so that a later failure leaves no doubt of it. */
  private void say(SalesReport.Sent sent) {
    PrintWriter out = spec.commandLine().getOut();
    if (output == OutputFormat.json) {
      JsonLine.print(out, sent);
    } else {
      out.println(TerminalText.plain(sent.line()));
      out.flush();
    }
  }
}
