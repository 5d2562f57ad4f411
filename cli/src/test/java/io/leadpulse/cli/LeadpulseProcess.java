package io.leadpulse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code leadpulse} in a process of its own, as users have it, with its own temporary files. */
public final class LeadpulseProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader err;
  private final Path temporary;
  private final List<String> said = new ArrayList<>();

  private LeadpulseProcess(Process process, Path temporary) {
    this.process = process;
    this.temporary = temporary;
    err = process.errorReader(StandardCharsets.UTF_8);
  }

  /** Starts it. */
  public static LeadpulseProcess start(Path home, String... arguments) throws IOException {
    Path temporary = Files.createDirectories(home.resolve("tmp"));
    Process process = new ProcessBuilder(command(home, temporary, List.of(), arguments)).start();
    return new LeadpulseProcess(process, temporary);
  }

  /**
   * Starts it with all that it says, and all that it logs, in one file.
   *
   * @param logging configuration of log4j
   */
  public static LeadpulseProcess startLogged(
      Path home, Path logging, Path output, String... arguments) throws IOException {
    Path temporary = Files.createDirectories(home.resolve("tmp"));
    List<String> options = List.of("-Dlog4j2.configurationFile=" + logging);
    ProcessBuilder builder = new ProcessBuilder(command(home, temporary, options, arguments));
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new LeadpulseProcess(builder.start(), temporary);
  }

  private static List<String> command(
      Path home, Path temporary, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    // What Flink needs opened is given to this process as well.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-"))
        .forEach(command::add);
    command.add("-Xmx1g");
    command.addAll(options);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dleadpulse.home=" + home);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Leadpulse.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Waits until it says a line that begins so, or until its end. */
  public void awaitLine(String beginning) throws IOException {
    String line = err.readLine();
    while (line != null) {
      said.add(line);
      if (line.startsWith(beginning)) {
        return;
      }
      line = err.readLine();
    }
  }

  /** Waits for its end; its exit code. */
  public int exitCode() throws IOException, InterruptedException {
    String line = err.readLine();
    while (line != null) {
      said.add(line);
      line = err.readLine();
    }
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  /** Waits for the end of one that was started with {@link #startLogged}; its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  /** What it said on standard error so far. */
  public List<String> said() {
    return said;
  }

  /** All that it wrote to standard output; after its end. */
  public String out() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Names of the temporary files that are there now, the JVM's own apart. */
  public List<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("hsperfdata"))
          .toList();
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Asks it to end, as Ctrl-C does. */
  public void interrupt() {
    process.destroy();
  }

  /** Leaves no process behind, whatever the test came to. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
