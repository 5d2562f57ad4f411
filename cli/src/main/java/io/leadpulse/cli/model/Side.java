package io.leadpulse.cli.model;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.release.Release;
import io.leadpulse.schemas.ScoringModelRelease;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One of the two models compared.
 *
 * @param name for people
 */
record Side(String name, String modelId, String yaml, ScoringModel model) {
  private static final String IN_FORCE = "in-force";

  /**
   * The model that a word names: a file, the version of a release, or {@code in-force}.
   *
   * @param releases of the running stack, asked only if the word is no file
   * @param nowMillis epoch milliseconds
   * @throws CliException if there is none, or it is not valid
   */
  static Side of(String word, Supplier<ReleaseLog> releases, long nowMillis, PrintWriter err) {
    if (word.equals(IN_FORCE)) {
      return released(releases.get().inForceAt(nowMillis), "no release is published");
    }
    if (word.matches("\\d{1,18}")) {
      long version = Long.parseLong(word);
      return released(releases.get().version(version), "there is no release " + version);
    }
    ModelFile file = ModelFile.read(Path.of(word), err);
    return new Side(word, file.model().id(), file.yaml(), file.model());
  }

  private static Side released(Optional<ScoringModelRelease> found, String otherwise) {
    ScoringModelRelease release = found.orElseThrow(() -> CliException.failure(otherwise));
    String name = release.getModelId() + " version " + release.getVersion();
    ScoringModel model =
        Release.of(
                release.getModelId(),
                release.getVersion(),
                release.getEffectiveAt().toEpochMilli(),
                release.getYaml())
            .compile()
            .model();
    return new Side(name, release.getModelId(), release.getYaml(), model);
  }

  /** As a release of a version that only this comparison knows. */
  Release as(long version) {
    return Release.of(modelId, version, 0, yaml);
  }
}
