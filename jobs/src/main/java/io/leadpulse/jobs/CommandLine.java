package io.leadpulse.jobs;

import io.leadpulse.jobs.config.BadConfigException;
import io.leadpulse.jobs.config.HandOffConfig;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.registry.RegistryException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ReadableConfig;

/** What {@code main} is given, and how it says that it cannot start. */
final class CommandLine {
  static final int FAILURE = 1;
  static final int BAD_USAGE = 2;

  /** A configuration that cannot be used, as in {@code sysexits.h}. */
  static final int BAD_CONFIGURATION = 78;

  private static final String CONFIG = "--config";

  private CommandLine() {}

  /**
   * The configuration that the arguments name.
   *
   * @throws StartException if there is none, or none that can be used
   */
  static JobConfig config(String... args) throws StartException {
    return read(LeadScoringJob.NAME, JobConfig::read, args);
  }

  /** The same of the hand-off. */
  static HandOffConfig handOffConfig(String... args) throws StartException {
    return read(HandOffJob.NAME, HandOffConfig::read, args);
  }

  /** Reads a configuration. */
  private interface ConfigFile<C> {
    C read(Path file) throws IOException, BadConfigException;
  }

  private static <C> C read(String job, ConfigFile<C> reader, String... args)
      throws StartException {
    if (args.length != 2 || !args[0].equals(CONFIG)) {
      throw new StartException(BAD_USAGE, "usage: " + job + " --config FILE");
    }
    try {
      return reader.read(Path.of(args[1]));
    } catch (BadConfigException e) {
      throw new StartException(BAD_CONFIGURATION, String.valueOf(e.getMessage()));
    } catch (IOException | InvalidPathException e) {
      throw new StartException(
          BAD_CONFIGURATION,
          args[1] + ":1:1: the file cannot be read; fix: check its path and its permissions");
    }
  }

  /** Asks a schema registry. */
  interface Opening {
    RecordFormat open() throws RegistryException;
  }

  /**
   * The format of the job's records.
   *
   * @throws StartException if the schema registry does not answer or lacks a schema
   */
  static RecordFormat format(Opening format) throws StartException {
    try {
      return format.open();
    } catch (RegistryException e) {
      throw new StartException(FAILURE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Refuses to run without a place for checkpoints: Flink would keep them in the JobManager's
   * memory, where 5 MiB of leads are too many.
   */
  static void checkDirectory(ReadableConfig flink) throws StartException {
    if (flink.getOptional(CheckpointingOptions.CHECKPOINTS_DIRECTORY).isEmpty()) {
      throw new StartException(
          BAD_CONFIGURATION,
          "there is no place for checkpoints; fix: add 'checkpoint.dir' to the configuration, or"
              + " 'execution.checkpointing.dir' to the cluster's");
    }
  }

  /** Why the job does not start. */
  static final class StartException extends Exception {
    private final int exitCode;

    StartException(int exitCode, String message) {
      super(message);
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }
}
