package io.leadpulse.cli.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a job is submitted to, and how; for {@code @ArgGroup}. */
final class RemoteOptions {
  @Option(
      names = "--cluster",
      paramLabel = "HOST:PORT",
      required = true,
      description =
          "REST address of a Flink cluster to submit the job to; without it the job runs in this"
              + " process.")
  String address = "";

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "The deployable jar (default: the one that the build made).")
  @Nullable Path jar;

  @Option(
      names = "--from",
      paramLabel = "SAVEPOINT",
      description = "Savepoint or checkpoint to go on from, as the cluster sees it.")
  @Nullable String from;

  @Option(names = "--detached", description = "Return once the job is submitted.")
  boolean detached;
}
