package io.leadpulse.chaos.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the cluster, through all its lives: it can be killed and started again. */
public final class ManagedProcess {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  private final String name;
  private final List<String> command;
  private final Path log;
  private final Undertaker undertaker;
  private volatile Process process;

  private ManagedProcess(
      String name, List<String> command, Path log, Undertaker undertaker, Process process) {
    this.name = name;
    this.command = command;
    this.log = log;
    this.undertaker = undertaker;
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param log gets what it says, of all its lives
   * @param undertaker ends it when this process dies
   */
  static ManagedProcess start(String name, List<String> command, Path log, Undertaker undertaker)
      throws IOException {
    Process process = launch(command, log, undertaker);
    return new ManagedProcess(name, List.copyOf(command), log, undertaker, process);
  }

  /** Unlike that of any other process of the cluster; the log is named after it. */
  public String name() {
    return name;
  }

  /** Process id of its present life. */
  public long pid() {
    return process.pid();
  }

  /** True as well while it is suspended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it said, in all its lives. */
  public Path log() {
    return log;
  }

  /** The end of its log, for messages. */
  public String lastWords(int lines) {
    try {
      List<String> all = Files.readAllLines(log);
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return log + " cannot be read";
    }
  }

  /** SIGKILL; returns once it is dead. Works on a suspended one, too. */
  public void kill() {
    process.destroyForcibly();
    if (!isGoneWithin(KILL_LIMIT)) {
      throw new IllegalStateException(name + " survived SIGKILL");
    }
  }

  /** SIGSTOP: it stands still and keeps its memory, ports and connections. */
  public void suspend() {
    signal("STOP");
  }

  /** SIGCONT: it goes on. */
  public void resume() {
    signal("CONT");
  }

  /** SIGTERM, and SIGKILL if it has not ended by then. */
  public void stop(Duration limit) {
    process.destroy();
    if (!isGoneWithin(limit)) {
      kill();
    }
  }

  /** Starts it again with the same command line, after killing it if it lives. */
  public void restart() throws IOException {
    if (isAlive()) {
      kill();
    }
    process = launch(command, log, undertaker);
  }

  private static Process launch(List<String> command, Path log, Undertaker undertaker)
      throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    try {
      undertaker.watch(process);
    } catch (IOException e) {
      // The cluster is closed or this process ends: nobody else would kill it.
      process.destroyForcibly();
      throw e;
    }
    return process;
  }

  /** Java has no way to send other signals than SIGTERM and SIGKILL. */
  private void signal(String signal) {
    try {
      int exit =
          new ProcessBuilder("kill", "-s", signal, Long.toString(pid()))
              .redirectErrorStream(true)
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("%s takes no SIG%s".formatted(name, signal));
      }
    } catch (IOException e) {
      throw new IllegalStateException("no command `kill`", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private boolean isGoneWithin(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the end of " + name, e);
    }
  }
}
