package io.leadpulse.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Kills processes when this one dies, however it dies. It is a shell that reads from a pipe; the
 * system closes the pipe when this process is gone, be it by SIGKILL, when no shutdown hook runs.
 */
final class Undertaker implements AutoCloseable {
  /**
   * Keeps the list of the living, and kills it at the end of the input. Deaf to Ctrl-C, which a
   * terminal sends to all processes at once.
   */
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      living=
      while read -r sign pid; do
        if [ "$sign" = + ]; then
          living="$living $pid"
        else
          rest=
          for each in $living; do
            [ "$each" = "$pid" ] || rest="$rest $each"
          done
          living=$rest
        fi
      done
      for each in $living; do
        kill -s KILL "$each" 2>/dev/null
      done
      """;

  private final Process shell;
  private final Writer orders;

  private Undertaker(Process shell) {
    this.shell = shell;
    orders = shell.outputWriter(StandardCharsets.US_ASCII);
  }

  static Undertaker start() throws IOException {
    return new Undertaker(
        new ProcessBuilder("sh", "-c", SCRIPT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** The process is killed when this one dies, unless it is gone by then. */
  void watch(Process process) throws IOException {
    order("+ " + process.pid());
    // The system gives ids away again.
    process.onExit().thenAccept(gone -> forget(gone.pid()));
  }

  /** Kills all that still live. */
  @Override
  public void close() {
    try {
      orders.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    shell.onExit().join();
  }

  private void forget(long pid) {
    try {
      order("- " + pid);
    } catch (IOException closed) {
      // Nobody is left to be told.
    }
  }

  private synchronized void order(String order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
  }
}
