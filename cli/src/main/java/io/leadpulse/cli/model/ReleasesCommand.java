package io.leadpulse.cli.model;

import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.schemas.ScoringModelRelease;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leadpulse model releases}: what was published, and which release judges now. */
@Command(
    name = "releases",
    description = "Lists the releases of a stack's scoring model and says which one is in force.",
    footer = "  leadpulse model releases")
final class ReleasesCommand implements Runnable {
  private static final String FORMAT = "%-8s %-9s %-26s %-26s %s%n";
  private static final int HASH_DIGITS = 12;

  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private BootstrapOption bootstrap;

  record Row(long version, String state, String publishedAt, String effectiveAt, String sha256) {}

  record Result(String model, List<Row> releases) {}

  @Override
  public void run() {
    Connection stack = bootstrap.locate();
    ReleaseLog log = ReleaseLog.read(stack);
    Instant now = Clock.systemUTC().instant();
    long inForce =
        log.inForceAt(now.toEpochMilli()).map(ScoringModelRelease::getVersion).orElse(0L);
    List<Row> rows = log.releases().stream().map(release -> row(release, inForce, now)).toList();
    String model = log.newest().map(ScoringModelRelease::getModelId).orElse("");
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      JsonLine.print(out, new Result(model, rows));
      return;
    }
    if (rows.isEmpty()) {
      spec.commandLine().getErr().println("no release is published; see `leadpulse model publish`");
      return;
    }
    out.println(model);
    out.printf(FORMAT, "VERSION", "STATE", "PUBLISHED", "EFFECTIVE", "SHA-256");
    for (Row row : rows) {
      out.printf(
          FORMAT,
          row.version,
          row.state,
          row.publishedAt,
          row.effectiveAt,
          row.sha256.substring(0, HASH_DIGITS));
    }
  }

  private static Row row(ScoringModelRelease release, long inForce, Instant now) {
    String state =
        release.getVersion() == inForce
            ? "in force"
            : release.getEffectiveAt().isAfter(now) && release.getVersion() > inForce
                ? "waits"
                : "replaced";
    return new Row(
        release.getVersion(),
        state,
        release.getPublishedAt().toString(),
        release.getEffectiveAt().toString(),
        release.getSha256());
  }
}
