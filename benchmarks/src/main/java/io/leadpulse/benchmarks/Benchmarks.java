package io.leadpulse.benchmarks;

import io.leadpulse.benchmarks.run.RunCommand;
import io.leadpulse.cli.terminal.ErrorLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The {@code benchmarks/run} command. */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) {
    ErrorLine errors = new ErrorLine(System.getenv());
    CommandLine command =
        new CommandLine(new RunCommand())
            .setUsageHelpWidth(100)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(errors)
            .setParameterExceptionHandler(errors)
            .setOut(utf8(FileDescriptor.out))
            .setErr(utf8(FileDescriptor.err));
    System.exit(command.execute(args));
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
