package io.leadpulse.cli.read;

import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.schemas.Subject;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --limit} and {@code --follow}, for {@code @Mixin}. */
public final class ListOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private int limit = Integer.MAX_VALUE;

  @Option(names = "--follow", description = "Go on and print what comes, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Of what is there, at most N rows (default: all).")
  private void limit(int rows) {
    if (rows < 1) {
      throw new ParameterException(command.commandLine(), "--limit is 1 or more, not " + rows);
    }
    limit = rows;
  }

  /**
   * Prints the rows that a topic has, and then, if that is asked for, those that come, until
   * stopped or nobody reads the output. Ctrl-C ends a list that follows, and any other command as
   * usual.
   *
   * @param printer made once the topic is read
   */
  <T extends SpecificRecord, R> void print(
      Connection stack, Subject<T> subject, Gathering<T, R> rows, Supplier<RowPrinter<R>> printer) {
    try (TopicReader<T> reader =
        new StackReader(stack, command.commandLine().getErr()::println).open(subject)) {
      if (follow) {
        StopSignal.heed(reader::stop);
      }
      reader.readToEnd(rows::take);
      if (reader.isStopped()) {
        return;
      }
      RowPrinter<R> print = printer.get();
      print.first(rows.rows(limit), follow);
      if (follow) {
        follow(reader, rows, print);
      }
    }
  }

  private <T extends SpecificRecord, R> void follow(
      TopicReader<T> reader, Gathering<T, R> rows, RowPrinter<R> print) {
    PrintWriter out = command.commandLine().getOut();
    reader.follow(
        message -> {
          rows.next(message).ifPresent(print::next);
          if (out.checkError()) {
            reader.stop();
          }
        });
  }
}
