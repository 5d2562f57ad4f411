package io.leadpulse.engine.release;

import io.leadpulse.engine.yaml.Place;
import io.leadpulse.engine.yaml.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All valid releases of one model, compiled. Whatever order they arrive in, the histories are
 * equal, so all tasks judge alike. Never changes: adding a release gives another history.
 */
public final class ReleaseHistory {
  private static final ReleaseHistory EMPTY = new ReleaseHistory(List.of());

  /** By version, ascending. */
  private final List<Compiled> releases;

  private ReleaseHistory(List<Compiled> releases) {
    this.releases = List.copyOf(releases);
  }

  public static ReleaseHistory empty() {
    return EMPTY;
  }

  /**
   * This history and a release. The same release again changes nothing; one that is invalid, or
   * contradicts a release of its version, is refused with all problems.
   */
  public Admission with(Release release) {
    Optional<Compiled> known = find(release.version());
    if (known.isPresent() && known.get().release().equals(release)) {
      return new Admission(this, List.of());
    }
    List<Problem> problems = new ArrayList<>(contradictions(release, known.orElse(null)));
    if (!problems.isEmpty()) {
      return new Admission(this, problems);
    }
    ModelResult result = ModelParser.parse(release.file(), release.yaml(), release.version());
    CompiledModel compiled = result.compiled();
    if (compiled == null) {
      return new Admission(this, result.problems());
    }
    if (!compiled.model().id().equals(release.modelId())) {
      return new Admission(
          this,
          List.of(
              problem(
                  release,
                  "the text names the model '" + compiled.model().id() + "'",
                  "publish it under the name in its text")));
    }
    List<Compiled> all = new ArrayList<>(releases);
    all.add(new Compiled(release, compiled));
    all.sort(Comparator.comparingLong(entry -> entry.release().version()));
    return new Admission(new ReleaseHistory(all), List.of());
  }

  public boolean isEmpty() {
    return releases.isEmpty();
  }

  /** The releases by version, ascending. */
  public List<Release> releases() {
    return releases.stream().map(Compiled::release).toList();
  }

  /**
   * The model by which an event is judged: of all releases in effect at its Kafka timestamp the one
   * of the highest version. The first release also judges everything before it.
   *
   * @param kafkaTimestamp epoch milliseconds
   * @throws IllegalStateException if there is no release
   */
  public CompiledModel inForceAt(long kafkaTimestamp) {
    if (releases.isEmpty()) {
      throw new IllegalStateException("no release judges the event: the history is empty");
    }
    for (int i = releases.size() - 1; i > 0; i--) {
      if (releases.get(i).release().effectiveAt() <= kafkaTimestamp) {
        return releases.get(i).model();
      }
    }
    return releases.get(0).model();
  }

  /** The model of the highest version, in effect or not. */
  public Optional<CompiledModel> newest() {
    return releases.isEmpty()
        ? Optional.empty()
        : Optional.of(releases.get(releases.size() - 1).model());
  }

  private Optional<Compiled> find(long version) {
    return releases.stream().filter(entry -> entry.release().version() == version).findFirst();
  }

  private List<Problem> contradictions(Release release, @Nullable Compiled known) {
    List<Problem> problems = new ArrayList<>();
    if (known != null) {
      problems.add(
          problem(
              release,
              "version " + release.version() + " was published with another text or time",
              "publish under a higher version"));
    }
    if (!releases.isEmpty() && !releases.get(0).release().modelId().equals(release.modelId())) {
      problems.add(
          problem(
              release,
              "this job scores by the model '" + releases.get(0).release().modelId() + "'",
              "publish it to a job of its own"));
    }
    if (!Release.sha256Of(release.yaml()).equals(release.sha256())) {
      problems.add(
          problem(release, "the text does not have the hash that it carries", "publish it again"));
    }
    return problems;
  }

  private static Problem problem(Release release, String message, String fix) {
    Place start = Place.startOf(release.file());
    return new Problem(start.file(), start.line(), start.column(), message, fix);
  }

  private record Compiled(Release release, CompiledModel model) {}
}
