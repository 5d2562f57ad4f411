package io.leadpulse.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether checkpoints have a place to be. */
final class CheckpointPlace implements Examination {
  private static final long GIBIBYTE = 1L << 30;
  private static final int LEAST_PERCENT = 10;

  private final String directory;
  private final @Nullable String flinkHost;

  /**
   * @param directory as a URI; empty if the configuration leaves it to the cluster
   * @param flinkHost where Flink's REST API is; null if it is not known
   */
  CheckpointPlace(String directory, @Nullable String flinkHost) {
    this.directory = directory;
    this.flinkHost = flinkHost;
  }

  /** The folder over all jobs' checkpoints, as the last one shows it; empty if there is none. */
  static String above(JsonNode checkpoints) {
    String path = checkpoints.at("/latest/completed/external_path").asText();
    int jobFolder = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
    return path.startsWith("file:") && jobFolder > 0 ? path.substring(0, jobFolder) : "";
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.CHECKPOINT_FOLDER, Check.CHECKPOINT_SPACE, Check.CHECKPOINT_STORAGE);
  }

  @Override
  public void examine(Findings findings) throws IOException {
    if (directory.isEmpty()) {
      findings.notChecked(
          checks(), "checkpoint.dir is not set: the cluster's execution.checkpointing.dir decides");
      return;
    }
    if (!directory.startsWith("file:")) {
      findings.ok(Check.CHECKPOINT_STORAGE, "%s", directory);
      findings.notChecked(checks(), directory + " is no folder of this machine");
      return;
    }
    judgeStorage(findings);
    Path folder = Path.of(URI.create(directory).getPath());
    judgeFolder(folder, findings);
    if (Files.isDirectory(folder)) {
      long free = Files.getFileStore(folder).getUsableSpace();
      judgeSpace(free, Files.getFileStore(folder).getTotalSpace(), findings);
    } else {
      findings.notChecked(Check.CHECKPOINT_SPACE, "%s is not there", folder);
    }
  }

  private void judgeStorage(Findings findings) {
    if (flinkHost == null) {
      findings.notChecked(
          Check.CHECKPOINT_STORAGE,
          "%s is of one machine; where Flink runs is not known",
          directory);
    } else if (isLocal(flinkHost)) {
      findings.ok(Check.CHECKPOINT_STORAGE, "%s, and Flink is on this machine", directory);
    } else {
      findings.warning(Check.CHECKPOINT_STORAGE, "%s, and Flink is at %s", directory, flinkHost);
    }
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** By writing: what permissions say is not all. */
  private static void judgeFolder(Path folder, Findings findings) {
    if (!Files.isDirectory(folder)) {
      findings.problem(Check.CHECKPOINT_FOLDER, "%s is not there", folder);
      return;
    }
    try {
      Files.delete(Files.createTempFile(folder, ".leadpulse-doctor", ".tmp"));
      findings.ok(Check.CHECKPOINT_FOLDER, "%s can be written by this user", folder);
    } catch (IOException e) {
      findings.problem(Check.CHECKPOINT_FOLDER, "%s cannot be written by this user: %s", folder, e);
    }
  }

  static void judgeSpace(long free, long total, Findings findings) {
    boolean scarce = free < GIBIBYTE || free * 100 < total * LEAST_PERCENT;
    findings.add(
        Check.CHECKPOINT_SPACE,
        scarce ? Severity.warning : Severity.ok,
        "%.1f GiB of %.1f GiB free",
        (double) free / GIBIBYTE,
        (double) total / GIBIBYTE);
  }
}
