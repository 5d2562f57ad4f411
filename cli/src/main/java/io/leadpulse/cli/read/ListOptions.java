package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --limit} and {@code --follow}, for {@code @Mixin}. */
public final class ListOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Of what is there, at most N rows (default: all).")
  private @Nullable Integer limit;

  @Option(names = "--follow", description = "Go on and print what comes, until Ctrl-C.")
  private boolean follow;

  /** Rows to print at most of what is there. */
  int limit(CommandSpec command) {
    if (limit == null) {
      return Integer.MAX_VALUE;
    }
    if (limit < 1) {
      throw new ParameterException(command.commandLine(), "--limit is 1 or more, not " + limit);
    }
    return limit;
  }

  boolean follows() {
    return follow;
  }

  /** Lets Ctrl-C end a command that follows, and any other one as usual. */
  void heedStop(TopicReader<?> reader) {
    if (follow) {
      StopSignal.heed(reader::stop);
    }
  }

  /** Hands over what comes, if that is asked for, until stopped or nobody reads the output. */
  <T extends SpecificRecord> void follow(
      TopicReader<T> reader, CommandSpec command, Consumer<TopicRecord<T>> sink) {
    PrintWriter out = command.commandLine().getOut();
    if (follow) {
      reader.follow(
          message -> {
            sink.accept(message);
            if (out.checkError()) {
              reader.stop();
            }
          });
    }
  }
}
