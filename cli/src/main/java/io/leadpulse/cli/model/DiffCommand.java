package io.leadpulse.cli.model;

import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadpulse model diff}: what another model would change. */
@Command(
    name = "diff",
    description = {
      "Tells what differs between two scoring models, and who would enter or leave HOT.",
      "A model is a file, the version of a release, or 'in-force'. The leads are those of the"
          + " running job, which writes a savepoint for it and goes on, or those in --state."
    },
    footer = {
      "  leadpulse model diff in-force my-model.yaml",
      "  leadpulse model diff 3 4 --no-leads"
    })
public final class DiffCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private BootstrapOption bootstrap;

  @Parameters(index = "0", paramLabel = "A", description = "The model as it is.")
  private String a;

  @Parameters(index = "1", paramLabel = "B", description = "The model as it would be.")
  private String b;

  @Option(names = "--no-leads", description = "Compare the texts only; no stack is needed.")
  private boolean textOnly;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Savepoint or retained checkpoint to take the leads from.")
  private @Nullable Path state;

  @Option(
      names = "--flink",
      paramLabel = "URL",
      description =
          "REST address of the Flink on this machine that runs the job, if it was not started by"
              + " `up` or `demo`.")
  private @Nullable URI flink;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Leads listed at most; json lists all (default: ${DEFAULT-VALUE}).")
  private int limit;

  record Result(
      String before,
      String after,
      List<Change> changes,
      @Nullable Long leads,
      @Nullable Long entering,
      @Nullable Long leaving,
      @Nullable List<LeadVerdict> crossings) {}

  @Override
  public void run() {
    Supplier<Connection> stack = once(bootstrap::locate);
    Supplier<ReleaseLog> releases = once(() -> ReleaseLog.read(stack.get()));
    long now = Clock.systemUTC().millis();
    Side before = Side.of(a, releases, now, spec.commandLine().getErr());
    Side after = Side.of(b, releases, now, spec.commandLine().getErr());
    List<Change> changes = ModelChanges.between(before.model(), after.model());
    SavedLeads leads = textOnly ? null : leads(stack, before, after);
    if (output.isJson()) {
      JsonLine.print(spec.commandLine().getOut(), result(before, after, changes, leads));
    } else {
      DiffText text = new DiffText(spec.commandLine().getOut());
      text.changes(before.name(), after.name(), changes);
      if (leads != null) {
        text.leads(leads, limit);
      }
    }
  }

  private static Result result(
      Side before, Side after, List<Change> changes, @Nullable SavedLeads leads) {
    return leads == null
        ? new Result(before.name(), after.name(), changes, null, null, null, null)
        : new Result(
            before.name(),
            after.name(),
            changes,
            leads.leads(),
            leads.entering(),
            leads.leaving(),
            leads.crossings());
  }

  private SavedLeads leads(Supplier<Connection> stack, Side before, Side after) {
    if (state != null) {
      return judged(state, before, after);
    }
    URI rest = flink == null ? restOf(stack.get()) : flink;
    if (!isHere(rest)) {
      throw CliException.failure(
          "Flink at %s would write the leads to a folder of another machine; take a savepoint, bring it here, and give --state DIR"
              .formatted(rest));
    }
    try (TempFolder folder = TempFolder.create("leadpulse-diff-")) {
      spec.commandLine().getErr().println("the running job writes a savepoint ...");
      return judged(new SavepointRequest(rest).into(folder.path()), before, after);
    } catch (IOException e) {
      throw CliException.failure("the temporary savepoint could not be removed", e);
    }
  }

  private SavedLeads judged(Path saved, Side before, Side after) {
    return SavedLeads.judge(
        saved,
        before.as(1),
        after.as(2),
        leads -> spec.commandLine().getErr().println(leads + " leads"));
  }

  private static boolean isHere(URI rest) {
    try {
      return InetAddress.getByName(rest.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw CliException.failure("there is no host " + rest.getHost(), e);
    }
  }

  private static URI restOf(Connection stack) {
    if (stack.restUrl() == null) {
      throw CliException.failure(
          "the address of Flink is not known; give --flink URL, --state DIR or --no-leads");
    }
    return URI.create(stack.restUrl());
  }

  private static <T> Supplier<T> once(Supplier<T> source) {
    return new Supplier<>() {
      private @Nullable T known;

      @Override
      public T get() {
        T value = known == null ? source.get() : known;
        known = value;
        return value;
      }
    };
  }
}
