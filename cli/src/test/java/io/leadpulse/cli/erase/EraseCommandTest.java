package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.Invocation;
import io.leadpulse.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;

class EraseCommandTest {
  @Test
  void needsALead() {
    assertRefused("Missing required option: '--lead=ID'");
    assertRefused("--lead is blank", "--lead", "lead-7", "--lead", " ");
  }

  @Test
  void doesNothingWhereNobodyCanBeAsked() {
    assertRefused(
        "no terminal to ask at: Forget lead-7, lead-8 for good?; give --yes",
        "--lead",
        "lead-7",
        "--lead",
        "lead-8",
        "--lead",
        "lead-7");
  }

  @Test
  void refusesOptionsThatMeanNothingTogether() {
    assertRefused("--verify publishes nothing", "--lead", "x", "--verify", "--yes");
    assertRefused("--verify publishes nothing", "--lead", "x", "--verify", "--wait", "1s");
    assertRefused("--derived and --state go with --verify", "--lead", "x", "--derived");
    assertRefused("--derived and --state go with --verify", "--lead", "x", "--state", "/s");
  }

  private static void assertRefused(String message, String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "erase";
    System.arraycopy(options, 0, words, 1, options.length);
    words[options.length + 1] = "--bootstrap-server";
    words[options.length + 2] = "127.0.0.1:1";
    Invocation run = Invocation.of(words);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
