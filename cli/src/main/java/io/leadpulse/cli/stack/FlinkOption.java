package io.leadpulse.cli.stack;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code --flink} option, for {@code @Mixin}. */
public final class FlinkOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--flink",
      paramLabel = "HOST:PORT",
      description = "Flink's REST address, or its URL (default: that of the stack that runs here).")
  private @Nullable String given;

  /**
   * The address that is meant; null if there is none. Nobody asked yet whether Flink is there.
   *
   * @param found that of the stack that Kafka belongs to; null if it is not known
   * @throws ParameterException if it is no address
   */
  public @Nullable URI address(@Nullable String found) {
    String text = given == null ? found : given;
    if (text == null) {
      return null;
    }
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new ParameterException(
        command.commandLine(), "--flink '" + text + "' is neither HOST:PORT nor a URL");
  }
}
