package io.leadpulse.cli.terminal;

/** How a command gives its result; named as on the command line. */
public enum OutputFormat {
  text,
  json
}
