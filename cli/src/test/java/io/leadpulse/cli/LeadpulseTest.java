package io.leadpulse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class LeadpulseTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void refusesAnUnknownOptionInOneLine() {
    assertThat(run("--nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualTo("leadpulse: Unknown option: '--nonsense' (see leadpulse --help)\n");
  }

  @Test
  void refusesToDoNothing() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void saysItsVersion() {
    assertThat(run("--version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("leadpulse ");
  }

  @Test
  void tellsAKnownFailureInOneLine() {
    assertThat(run("fail", "78")).isEqualTo(ExitCode.BAD_CONFIGURATION);
    assertThat(err.toString()).isEqualTo("leadpulse: as asked\n");
  }

  @Test
  void tellsAnUnknownFailureByItsInnermostCause() {
    assertThat(run("fail", "0")).isEqualTo(ExitCode.FAILURE);
    assertThat(err.toString()).isEqualTo("leadpulse: IllegalStateException: inner\n");
  }

  @Test
  void showsTheStackTraceWhenVerbose() {
    run("fail", "0", "--verbose");
    assertThat(err.toString()).contains("at io.leadpulse.cli.LeadpulseTest");
  }

  @Test
  void refusesAnUnknownOptionOfEveryCommand() {
    for (CommandLine command : commands()) {
      String[] line = (command.getCommandSpec().qualifiedName() + " --nonsense").split(" ");
      assertThat(run(Arrays.copyOfRange(line, 1, line.length)))
          .as(command.getCommandName())
          .isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void showsAnExampleOfEveryCommandThatCanBeTyped() {
    for (CommandLine command : commands()) {
      String[] footer = command.getCommandSpec().usageMessage().footer();
      assertThat(footer).as(command.getCommandName()).isNotEmpty();
      for (String example : footer) {
        assertThat(example).startsWith("  " + command.getCommandSpec().qualifiedName());
        String[] words = example.strip().split(" +");
        Leadpulse.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length));
      }
    }
  }

  @Test
  void describesEveryCommandInAFormatThatCanBeShown() {
    for (CommandLine command : commands()) {
      for (String line : command.getCommandSpec().usageMessage().description()) {
        assertThatCode(() -> String.format(line)).as(line).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void listsEveryCommandUnderAHeading() {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);
    assertThat(Leadpulse.commandLine().getSubcommands().keySet())
        .allSatisfy(name -> assertThat(out.toString()).contains("\n  " + name + "  "));
  }

  /** Every command below the root. */
  private static List<CommandLine> commands() {
    List<CommandLine> found = new ArrayList<>();
    collect(Leadpulse.commandLine(), found);
    return found;
  }

  private static void collect(CommandLine command, List<CommandLine> found) {
    for (CommandLine sub : command.getSubcommands().values()) {
      found.add(sub);
      collect(sub, found);
    }
  }

  private int run(String... args) {
    CommandLine commands = Leadpulse.commandLine().addSubcommand(new Fail());
    commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commands.execute(args);
  }

  @Command(name = "fail")
  static final class Fail implements Callable<Integer> {
    @CommandLine.Parameters int exitCode;

    @Override
    public Integer call() {
      if (exitCode == 0) {
        throw new IllegalArgumentException("outer", new IllegalStateException("inner"));
      }
      throw new CliException(exitCode, "as asked");
    }
  }
}
