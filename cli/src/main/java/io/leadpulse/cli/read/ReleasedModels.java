package io.leadpulse.cli.read;

import io.leadpulse.cli.model.ReleaseLog;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.ModelParser;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that a stack has judged by, each parsed when it is first asked for. */
final class ReleasedModels {
  private final ReleaseLog log;
  private final Map<Long, Optional<ScoringModel>> byVersion = new HashMap<>();

  ReleasedModels(ReleaseLog log) {
    this.log = log;
  }

  /** The model of a row; null if its release is not in the topic or cannot be read. */
  @Nullable ScoringModel find(String id, long version) {
    return version(version).filter(model -> model.id().equals(id)).orElse(null);
  }

  /** The time zone of the newest model; the machine's where there is none. */
  ZoneId zone() {
    return newest().map(ScoringModel::zone).orElseGet(ZoneId::systemDefault);
  }

  /** Whether leads have one score only. */
  boolean hasOneScorecard() {
    return newest().filter(model -> model.scorecards().size() == 1).isPresent();
  }

  private Optional<ScoringModel> newest() {
    return log.newest().flatMap(release -> version(release.getVersion()));
  }

  private Optional<ScoringModel> version(long version) {
    return byVersion.computeIfAbsent(version, this::parse);
  }

  private Optional<ScoringModel> parse(long version) {
    return log.releases().stream()
        .filter(release -> release.getVersion() == version)
        .findFirst()
        .map(release -> ModelParser.parse(release.getModelId(), release.getYaml(), version))
        .map(result -> result.compiled())
        .map(CompiledModel::model);
  }
}
