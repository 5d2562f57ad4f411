package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadpulse.cli.terminal.CliException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLocatorTest {
  @TempDir private Path folder;
  private String deadAddress;

  @BeforeEach
  void findAnAddressWhereNothingListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      deadAddress = "127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Test
  void saysHowToStartOneWhenNoneRuns() {
    assertFails(Map.of(), null, "no stack is running here; start one with `leadpulse up`");
  }

  @Test
  void namesTheOptionWhoseAddressIsDead() {
    assertFails(
        Map.of("LEADPULSE_BOOTSTRAP", "elsewhere:1"),
        deadAddress,
        "nothing answers at " + deadAddress + ", the Kafka address given by --bootstrap-server");
  }

  @Test
  void takesTheVariableBeforeTheRunningStack() throws IOException {
    stack(ProcessHandle.current().pid(), 0).write(runningFile());
    assertFails(Map.of("LEADPULSE_BOOTSTRAP", deadAddress), null, "given by LEADPULSE_BOOTSTRAP");
  }

  @Test
  void refusesAnAddressWithoutPort() {
    assertFails(Map.of(), "localhost", "is not host:port of a known host");
  }

  @Test
  void tellsADeadStackFromNone() throws IOException {
    stack(Long.MAX_VALUE, 0).write(runningFile());
    assertFails(Map.of(), null, "has died; start it again with `leadpulse up`");
  }

  @Test
  void doesNotTakeALaterProcessOfTheSameIdForTheStack() throws IOException {
    stack(ProcessHandle.current().pid(), 12345).write(runningFile());
    assertFails(Map.of(), null, "has died");
  }

  @Test
  void noticesThatTheBrokerOfALiveProcessIsGone() throws IOException {
    ProcessHandle self = ProcessHandle.current();
    stack(self.pid(), RunningStack.startOf(self)).write(runningFile());
    assertFails(Map.of(), null, "nothing answers at " + deadAddress);
  }

  @Test
  void saysWhichFileIsUnreadable() throws IOException {
    Files.createDirectories(runningFile().getParent());
    Files.writeString(runningFile(), "{");
    assertFails(Map.of(), null, runningFile() + " cannot be read");
  }

  private Path runningFile() {
    return new Home(folder).runningFile();
  }

  private RunningStack stack(long pid, long processStarted) {
    return new RunningStack(
        pid, processStarted, deadAddress, "leadpulse.", "http://127.0.0.1:1", "", null);
  }

  private void assertFails(Map<String, String> environment, String option, String message) {
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> new StackLocator(environment, new Home(folder)).find(option))
        .withMessageContaining(message);
  }
}
