package io.leadpulse.cli.schemas;

import io.leadpulse.cli.stack.LocalStack;
import io.leadpulse.cli.stack.RegistryOption;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.Contracts;
import io.leadpulse.schemas.registry.RegistryException;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code leadpulse schemas register}: the newest schema of every contract. */
@Command(
    name = "register",
    description = {
      "Registers the newest schema of every topic's values and keys, unless it is there.",
      "With --dry-run nothing changes: exit code 0 if all are there, 2 if some are not."
    },
    footer = "  leadpulse schemas register --schema-registry http://localhost:8081")
final class RegisterCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RegistryOption registry;
  @Mixin private OutputOption output;

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      defaultValue = LocalStack.TOPIC_PREFIX,
      description = "What the topics begin with, with its dot (default: ${DEFAULT-VALUE}).")
  private String prefix = "";

  @Option(names = "--dry-run", description = "Only say what would be registered.")
  private boolean dryRun;

  /**
   * A subject and what came of it.
   *
   * @param id null if the schema is not there
   * @param changed whether it was not there before
   */
  record Line(String subject, @Nullable Integer id, boolean changed) {}

  record Summary(String prefix, int subjects, int changed, boolean dryRun, List<Line> schemas) {}

  @Override
  public Integer call() {
    RegistrySettings settings = registry.access().settings();
    if (settings == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Which registry? Give --schema-registry or LEADPULSE_SCHEMA_REGISTRY");
    }
    List<Line> lines = lines(settings);
    int changed = (int) lines.stream().filter(Line::changed).count();
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, new Summary(prefix, lines.size(), changed, dryRun, lines));
    } else {
      lines.forEach(line -> out.println(text(line)));
      out.printf(
          "%d subjects, %d %s%n", lines.size(), changed, dryRun ? "to register" : "registered");
      out.flush();
    }
    return dryRun && changed > 0 ? ExitCode.USAGE : ExitCode.OK;
  }

  private List<Line> lines(RegistrySettings settings) {
    List<Line> lines = new ArrayList<>();
    try {
      Contracts contracts = Contracts.of(settings, prefix);
      for (Subject<?> subject : Topics.SUBJECTS) {
        lines.add(line(contracts, subject));
      }
    } catch (RegistryException e) {
      String done = lines.isEmpty() ? "" : "; before that " + lines.size() + " subjects were done";
      throw CliException.failure(e.getMessage() + done, e);
    }
    return lines;
  }

  private Line line(Contracts contracts, Subject<?> subject) throws RegistryException {
    String name = subject.registered(prefix);
    Optional<Integer> id = contracts.find(subject);
    if (id.isPresent()) {
      return new Line(name, id.get(), false);
    }
    return new Line(name, dryRun ? null : contracts.register(subject), true);
  }

  private static String text(Line line) {
    String what = line.changed() ? line.id() == null ? "to register" : "registered" : "unchanged";
    return line.id() == null
        ? "%s: %s".formatted(line.subject(), what)
        : "%s: %s, id %d".formatted(line.subject(), what, line.id());
  }
}
