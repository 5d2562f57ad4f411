package io.leadpulse.chaos.fault;

import io.leadpulse.chaos.agent.FaultAgent;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes that kills the job while it works. */
public final class OrdealOptions {
  private static final String EXACTLY_ONCE = "exactly-once";

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many faults (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Decides records and faults (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--cache-leads",
      paramLabel = "N",
      description = "Leads that each subtask may keep at hand (default: the job's own).")
  private @Nullable Integer cacheLeads;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "For data and logs; not there yet (default: a temporary one).")
  private @Nullable Path folder;

  @Option(
      names = "--sink",
      paramLabel = "GUARANTEE",
      defaultValue = EXACTLY_ONCE,
      description =
          "exactly-once, or at-least-once to see that this finds what goes wrong then (default:"
              + " ${DEFAULT-VALUE}).")
  private String sink;

  /**
   * Refuses values that make no sense.
   *
   * @throws CliException for the first of them
   */
  public void check() {
    if (kills < 0 || (cacheLeads != null && cacheLeads < 0)) {
      throw new CliException(ExitCode.USAGE, "--kills and --cache-leads are 0 or more");
    }
    if (!List.of(EXACTLY_ONCE, FaultAgent.AT_LEAST_ONCE).contains(sink)) {
      throw new CliException(ExitCode.USAGE, "--sink is exactly-once or at-least-once");
    }
  }

  public int kills() {
    return kills;
  }

  public long seed() {
    return seed;
  }

  /** Null for the job's own. */
  public @Nullable Integer cacheLeads() {
    return cacheLeads;
  }

  /**
   * The folder that was asked for, or a fresh one.
   *
   * @param prefix of the name of a fresh one
   */
  public Path folder(String prefix) throws IOException {
    return folder == null ? Files.createTempDirectory(prefix) : folder;
  }

  /** What the fault agent breaks on purpose. */
  public List<String> breakages() {
    return sink.equals(FaultAgent.AT_LEAST_ONCE) ? List.of(FaultAgent.AT_LEAST_ONCE) : List.of();
  }
}
