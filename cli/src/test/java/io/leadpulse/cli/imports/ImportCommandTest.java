package io.leadpulse.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir private Path folder;

  @Test
  void namesTheFormatsWhenOneIsWrongOrMissing() {
    assertUsage("'csv' is none of combined-log, sendgrid, zoom-webinar", "csv", "-");
    Invocation run = Invocation.of("import", "--file", "-");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--format");
  }

  @Test
  void knowsThatOnlyLogsLetTheLeadBeChosen() {
    assertUsage("--lead-from is for logs", "sendgrid", "-", "--lead-from", "ip");
    assertUsage(
        "'mail' must be ip, user or cookie=NAME", "combined-log", "-", "--lead-from", "mail");
  }

  @Test
  void knowsThatThereIsOneStandardInput() {
    assertUsage("--file - is given twice", "sendgrid", "-", "--file", "-");
  }

  @Test
  void asksForAFile() {
    assertThat(Invocation.of("import", "--format", "sendgrid").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void saysWhichFileIsMissingBeforeAnythingIsSent() throws IOException {
    Path there = Files.createFile(folder.resolve("there.log"));
    Path missing = folder.resolve("missing.log");
    assertFails("there is no file " + missing, there.toString(), "--file", missing.toString());
    assertFails(folder + " is a folder; name its files", folder.toString());
  }

  @Test
  void saysThatKafkaDoesNotAnswer() throws IOException {
    Path log = Files.createFile(folder.resolve("access.log"));
    String dead;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dead = "127.0.0.1:" + free.getLocalPort();
    }
    assertFails("nothing answers at " + dead, log.toString(), "--bootstrap-server", dead);
  }

  private static void assertUsage(String message, String format, String file, String... more) {
    Invocation run = run(format, file, more);
    assertThat(run.err()).contains(message);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  private static void assertFails(String message, String file, String... more) {
    Invocation run = run("combined-log", file, more);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
  }

  private static Invocation run(String format, String file, String... more) {
    String[] words = new String[5 + more.length];
    System.arraycopy(more, 0, words, 5, more.length);
    words[0] = "import";
    words[1] = "--format";
    words[2] = format;
    words[3] = "--file";
    words[4] = file;
    return Invocation.of(words);
  }
}
