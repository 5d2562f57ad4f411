package io.leadpulse.cli.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code leadpulse up} in a process of its own, as users have it. */
final class UpProcess implements AutoCloseable {
  private final Process process;
  private final List<String> said = new ArrayList<>();

  private UpProcess(Process process) {
    this.process = process;
  }

  /** Starts it and waits until it is ready or has ended. */
  static UpProcess start(Path home, String... options) throws IOException {
    UpProcess up = new UpProcess(new ProcessBuilder(command(home, options)).start());
    BufferedReader err = up.process.errorReader();
    String line = err.readLine();
    while (line != null && !line.startsWith("`leadpulse down`")) {
      up.said.add(line);
      line = err.readLine();
    }
    return up;
  }

  private static List<String> command(Path home, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    // What Flink needs opened is given to this process as well.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .forEach(command::add);
    command.add("-Xmx1g");
    command.add("-Dleadpulse.home=" + home);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.leadpulse.cli.Leadpulse", "up"));
    command.addAll(List.of(options));
    return command;
  }

  /** What it said before it was ready, or before its end. */
  List<String> said() {
    return said;
  }

  long pid() {
    return process.pid();
  }

  /** Its exit code, at the latest after a minute. */
  int exitCode() throws InterruptedException {
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  /** Leaves nothing behind, whatever the test came to. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
