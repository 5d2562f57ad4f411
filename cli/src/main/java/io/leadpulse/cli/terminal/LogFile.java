package io.leadpulse.cli.terminal;

import java.nio.file.Path;

/** Where the libraries of a command log to. To be said before the first of them is used. */
public final class LogFile {
  private LogFile() {}

  /** All goes to a file, a new one at every start. */
  public static void use(Path file) {
    System.setProperty("leadpulse.log.file", file.toString());
    configure("log4j2-stack.properties");
  }

  /** Warnings go to standard error, too; else errors only. */
  public static void warnings() {
    System.setProperty("leadpulse.log.level", "warn");
  }

  /** A configuration that was given on the command line of the JVM stays. */
  private static void configure(String resource) {
    if (System.getProperty("log4j2.configurationFile") == null) {
      System.setProperty("log4j2.configurationFile", resource);
    }
  }
}
