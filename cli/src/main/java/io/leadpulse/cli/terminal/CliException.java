package io.leadpulse.cli.terminal;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the user is told in one line, without a stack trace; the message says what to do.
 */
public final class CliException extends RuntimeException {
  private final int exitCode;

  /**
   * @param exitCode one of {@link ExitCode}, not 0
   */
  public CliException(int exitCode, String message) {
    this(exitCode, message, null);
  }

  /**
   * @param cause shown with {@code --verbose} only
   */
  public CliException(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** A {@link ExitCode#FAILURE}. */
  public static CliException failure(String message) {
    return new CliException(ExitCode.FAILURE, message);
  }

  /** A {@link ExitCode#FAILURE} with its cause. */
  public static CliException failure(String message, Throwable cause) {
    return new CliException(ExitCode.FAILURE, message, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
