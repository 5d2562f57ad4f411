package io.leadpulse.chaos.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
  private static final List<String> IDLE = List.of("sleep", "600");

  @TempDir private Path folder;
  private Undertaker undertaker;

  @BeforeEach
  void hire() throws Exception {
    undertaker = Undertaker.start();
  }

  @AfterEach
  void bury() {
    undertaker.close();
  }

  @Test
  void comesBackAfterItWasKilled() throws Exception {
    ManagedProcess process = start(IDLE);
    long first = process.pid();
    process.kill();
    assertThat(process.isAlive()).isFalse();
    process.restart();
    assertThat(process.isAlive()).isTrue();
    assertThat(process.pid()).isNotEqualTo(first);
  }

  @Test
  void standsStillUntilItIsResumed() throws Exception {
    ManagedProcess process = start(IDLE);
    process.suspend();
    assertThat(state(process)).isEqualTo('T');
    assertThat(process.isAlive()).isTrue();
    process.resume();
    assertThat(state(process)).isIn('S', 'R');
  }

  @Test
  void canBeKilledWhileItStandsStill() throws Exception {
    ManagedProcess process = start(IDLE);
    process.suspend();
    process.kill();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void isKilledWhenItDoesNotHeedTheRequestToEnd() throws Exception {
    ManagedProcess process = start(List.of("sh", "-c", "trap '' TERM; echo deaf; sleep 600"));
    assertThat(Patience.holds(Duration.ofSeconds(10), () -> process.lastWords(1).equals("deaf")))
        .isTrue();
    process.stop(Duration.ofMillis(100));
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void keepsOneLogOverAllItsLives() throws Exception {
    ManagedProcess process = start(List.of("sh", "-c", "echo here"));
    assertThat(Patience.holds(Duration.ofSeconds(10), () -> !process.isAlive())).isTrue();
    process.restart();
    assertThat(Patience.holds(Duration.ofSeconds(10), () -> !process.isAlive())).isTrue();
    assertThat(Files.readAllLines(process.log())).containsExactly("here", "here");
  }

  @Test
  void diesWithTheProcessThatStartedItEvenIfThatIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ShortLivedParent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long child = Long.parseLong(parent.inputReader(StandardCharsets.UTF_8).readLine());
    ProcessHandle process = ProcessHandle.of(child).orElseThrow();
    assertThat(process.isAlive()).isTrue();
    parent.destroyForcibly().waitFor();
    process.onExit().get(10, TimeUnit.SECONDS);
    assertThat(process.isAlive()).isFalse();
  }

  private ManagedProcess start(List<String> command) throws Exception {
    return ManagedProcess.start("idle", command, folder.resolve("idle.log"), undertaker);
  }

  /** As Linux has it in {@code /proc}: the third word, after the name in brackets. */
  private static char state(ManagedProcess process) throws Exception {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }

  /** Starts a child, says its id, and waits to be killed. */
  static final class ShortLivedParent {
    private ShortLivedParent() {}

    public static void main(String[] args) throws Exception {
      Undertaker undertaker = Undertaker.start();
      Path log = Path.of(args[0], "child.log");
      System.out.println(ManagedProcess.start("child", IDLE, log, undertaker).pid());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
