package io.leadpulse.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorLineTest {
  @Test
  void tellsAFailureInOneLineWithoutTheStackTraceOfAnotherProcess() {
    assertThat(
            told(
                """
                the job's end: RestHandlerException: Config key [dir] is not set.
                \tat org.apache.flink.runtime.rest.Handler.trigger(Handler.java:200)
                \tat java.base/java.util.Optional.ifPresent(Optional.java:178)
                Caused by: a folder at /tmp (that of the cluster)

                \t... 12 more
                ]
                """))
        .isEqualTo(
            "leadpulse: the job's end: RestHandlerException: Config key [dir] is not set."
                + " Caused by: a folder at /tmp (that of the cluster) ]\n");
  }

  private static String told(String message) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new Any()).setErr(new PrintWriter(err, true));
    int exitCode =
        new ErrorLine(Map.of())
            .handleExecutionException(CliException.failure(message), command, null);
    assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
    return err.toString();
  }

  @Command
  private static final class Any {}
}
