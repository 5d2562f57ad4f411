package io.leadpulse.cli.topics;

import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TopicPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --plan} option, for {@code @Mixin}. */
public final class PlanOption {
  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "The plan of topics (default: config/topics.yaml).")
  private @Nullable Path file;

  /** The plan; what is wrong with it goes to {@code err}, one problem a line. */
  public TopicPlan read(PrintWriter err) {
    Path plan = file == null ? Home.current().file(TopicPlan.FILE) : file;
    TopicPlan read = TopicPlan.read(plan, err::println);
    err.flush();
    return read;
  }
}
