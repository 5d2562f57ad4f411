package io.leadpulse.cli.model;

import io.leadpulse.cli.stack.BootstrapOption;
import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.terminal.DurationConverter;
import io.leadpulse.cli.terminal.JsonLine;
import io.leadpulse.cli.terminal.OutputOption;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leadpulse model publish}: makes a model the next release of a stack. */
@Command(
    name = "publish",
    description = {
      "Checks a scoring model and publishes it as the next release.",
      "A text that the newest release has already is not published again."
    },
    footer = "  leadpulse model publish config/models/b2b-japan.yaml --effective-in 30s")
final class PublishCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private OutputOption output;
  @Mixin private BootstrapOption bootstrap;

  @Parameters(paramLabel = "FILE", description = "The model, in YAML.")
  private Path file;

  @Option(
      names = "--version",
      paramLabel = "N",
      description = "Above the newest published (default: the next).")
  private @Nullable Long version;

  @Option(
      names = "--effective-in",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      defaultValue = "30s",
      description =
          "From when on events are judged by it; long enough for every task to have it by then"
              + " (default: ${DEFAULT-VALUE}).")
  private Duration effectiveIn = Duration.ZERO;

  @Option(
      names = "--effective-at",
      paramLabel = "INSTANT",
      description =
          "The same as a time, such as 2026-04-01T00:00:00+09:00; instead of --effective-in.")
  private @Nullable OffsetDateTime effectiveAt;

  private Duration effectiveIn() {
    if (effectiveAt == null) {
      return effectiveIn;
    }
    Duration ahead = Duration.between(Clock.systemUTC().instant(), effectiveAt.toInstant());
    if (ahead.isNegative()) {
      throw new ParameterException(
          spec.commandLine(),
          "--effective-at lies in the past: events since then are judged already; give a later"
              + " time, or leave it out");
    }
    return ahead;
  }

  record Summary(
      String model, long version, boolean published, String effectiveAt, String sha256) {}

  @Override
  public void run() {
    ModelFile valid = ModelFile.read(file, spec.commandLine().getErr());
    Connection stack = bootstrap.locate();
    ReleasePublisher.Outcome outcome =
        new ReleasePublisher(
                stack.bootstrapServers(),
                stack.topicPrefix(),
                stack.writing(List.of(Topics.SCORING_MODEL)),
                Clock.systemUTC())
            .publish(valid, version, effectiveIn());
    ScoringModelRelease release = outcome.release();
    if (output.isJson()) {
      JsonLine.print(
          spec.commandLine().getOut(),
          new Summary(
              release.getModelId(),
              release.getVersion(),
              outcome.published(),
              release.getEffectiveAt().toString(),
              release.getSha256()));
    } else {
      spec.commandLine()
          .getOut()
          .printf(
              outcome.published()
                  ? "published %s version %d, effective at %s%n"
                  : "unchanged: %s version %d, effective at %s, has this very text%n",
              release.getModelId(),
              release.getVersion(),
              release.getEffectiveAt());
    }
  }
}
