package io.leadpulse.benchmarks.run;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own, with the arguments of this one.
 *
 * @param process itself; ends with this one, since its standard input does
 * @param folder that has what it wrote
 */
record JavaProcess(Process process, Path folder) implements AutoCloseable {
  private static final String OUT = "out.json";
  private static final String ERR = "err.log";

  /**
   * @param options of the JVM that come last and so win; the class path is one, if it is another
   */
  static JavaProcess start(String main, List<String> options, List<String> arguments, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(main);
    command.addAll(arguments);
    try {
      Files.createDirectories(folder);
      return new JavaProcess(
          new ProcessBuilder(command)
              .redirectError(folder.resolve(ERR).toFile())
              .redirectOutput(folder.resolve(OUT).toFile())
              .start(),
          folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last line that it has written; empty if there is none yet. */
  String lastLine() {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(OUT));
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end; fails with what it wrote if it failed. */
  void await() {
    try {
      if (process.waitFor() != 0) {
        throw CliException.failure("a process failed:\n" + Files.readString(folder.resolve(ERR)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliException.failure("interrupted", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
