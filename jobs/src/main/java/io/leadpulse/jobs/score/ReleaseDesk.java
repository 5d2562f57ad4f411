package io.leadpulse.jobs.score;

import io.leadpulse.engine.release.Release;
import io.leadpulse.engine.yaml.Problem;
import io.leadpulse.jobs.codec.DeadLetterCodec;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.ReleaseRecord;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes releases of the model into use. One that contradicts those before it changes nothing and
 * becomes a dead letter; one that comes after inputs it should have judged counts from now on.
 */
final class ReleaseDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseDesk.class);

  private final Releases releases;
  private final Consumer<OutputRecord> deadLetters;
  private final ScoreMetrics metrics;
  private final DeadLetterCodec codec;

  /**
   * @param deadLetters every subtask is shown every release, so only one of them passes these on
   */
  ReleaseDesk(
      Releases releases,
      DeadLetterCodec codec,
      Consumer<OutputRecord> deadLetters,
      ScoreMetrics metrics) {
    this.releases = releases;
    this.codec = codec;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
  }

  void take(ReleaseRecord input) throws Exception {
    Release release = input.release();
    if (releases.knows(release)) {
      return;
    }
    List<Problem> problems = releases.add(release);
    if (!problems.isEmpty()) {
      refuse(input, Releases.text(problems));
    } else if (releases.isTooLate(release)) {
      LOG.warn("{} takes effect before inputs that were judged without it", name(release));
      metrics.releasesLate(1);
    } else {
      LOG.info(
          "{} is known and takes effect at {}",
          name(release),
          Instant.ofEpochMilli(release.effectiveAt()));
    }
  }

  private void refuse(ReleaseRecord input, String problems) {
    LOG.error("{} is refused, the models before it stay:\n{}", name(input.release()), problems);
    metrics.releaseRefused();
    deadLetters.accept(codec.encode(input.raw(), RefusalCause.INVALID_MODEL, problems));
  }

  private static String name(Release release) {
    return "Model " + release.modelId() + ", version " + release.version() + ",";
  }
}
