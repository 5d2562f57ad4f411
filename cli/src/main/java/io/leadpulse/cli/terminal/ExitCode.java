package io.leadpulse.cli.terminal;

/** The exit codes of every command. */
public final class ExitCode {
  public static final int OK = 0;

  /** What was asked for could not be done. */
  public static final int FAILURE = 1;

  /** The command line is wrong, or what was compared differs. */
  public static final int USAGE = 2;

  /** A configuration or a scoring model is not valid; {@code EX_CONFIG} of sysexits. */
  public static final int BAD_CONFIGURATION = 78;

  private ExitCode() {}
}
