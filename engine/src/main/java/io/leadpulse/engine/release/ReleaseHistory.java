package io.leadpulse.engine.release;

import io.leadpulse.engine.yaml.Place;
import io.leadpulse.engine.yaml.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All valid releases of one model. Whatever order they arrive in, the histories are equal, so all
 * tasks judge alike. Never changes: adding a release gives another history. Holds texts only; who
 * judges keeps the compiled models of the few releases in use.
 */
public final class ReleaseHistory {
  private static final ReleaseHistory EMPTY = new ReleaseHistory(List.of());
  private static final Comparator<Release> BY_VERSION = Comparator.comparingLong(Release::version);

  private final List<Release> releases;

  private ReleaseHistory(List<Release> releases) {
    this.releases = List.copyOf(releases);
  }

  public static ReleaseHistory empty() {
    return EMPTY;
  }

  /** A history of releases that were admitted before. */
  public static ReleaseHistory of(Collection<Release> admitted) {
    return new ReleaseHistory(admitted.stream().sorted(BY_VERSION).toList());
  }

  /**
   * This history and a release. The same release again changes nothing; one that is invalid, or
   * contradicts a release of its version, is refused with all problems.
   */
  public Admission with(Release release) {
    Optional<Release> known = find(release.version());
    if (known.isPresent() && known.get().equals(release)) {
      return new Admission(this, List.of());
    }
    List<Problem> problems = contradictions(release, known.isPresent());
    if (problems.isEmpty()) {
      problems = problemsOf(release);
    }
    if (!problems.isEmpty()) {
      return new Admission(this, problems);
    }
    List<Release> all = new ArrayList<>(releases);
    all.add(release);
    return new Admission(of(all), List.of());
  }

  private static List<Problem> problemsOf(Release release) {
    ModelResult result = ModelParser.parse(release.file(), release.yaml(), release.version());
    CompiledModel compiled = result.compiled();
    if (compiled == null) {
      return result.problems();
    }
    String id = compiled.model().id();
    return id.equals(release.modelId())
        ? List.of()
        : List.of(
            problem(
                release,
                "the text names the model '" + id + "'",
                "publish it under the name in its text"));
  }

  public boolean isEmpty() {
    return releases.isEmpty();
  }

  /** The releases by version, ascending. */
  public List<Release> releases() {
    return releases;
  }

  /**
   * The release by which an event is judged: of all in effect at its Kafka timestamp the one of the
   * highest version. The first release also judges everything before it.
   *
   * @param kafkaTimestamp epoch milliseconds
   * @throws IllegalStateException if there is no release
   */
  public Release inForceAt(long kafkaTimestamp) {
    if (releases.isEmpty()) {
      throw new IllegalStateException("no release judges the event: the history is empty");
    }
    for (int i = releases.size() - 1; i > 0; i--) {
      if (releases.get(i).effectiveAt() <= kafkaTimestamp) {
        return releases.get(i);
      }
    }
    return releases.get(0);
  }

  /** The release of a version. */
  public Optional<Release> find(long version) {
    return releases.stream().filter(release -> release.version() == version).findFirst();
  }

  /**
   * The first moment after a given one at which another release comes into force, epoch
   * milliseconds; {@link Long#MAX_VALUE} if none does.
   */
  public long nextChangeAfter(long kafkaTimestamp) {
    long next = Long.MAX_VALUE;
    long version = inForceAt(kafkaTimestamp).version();
    for (Release release : releases) {
      if (release.version() > version && release.effectiveAt() > kafkaTimestamp) {
        next = Math.min(next, release.effectiveAt());
      }
    }
    return next;
  }

  private List<Problem> contradictions(Release release, boolean versionIsTaken) {
    List<Problem> problems = new ArrayList<>();
    if (versionIsTaken) {
      problems.add(
          problem(
              release,
              "version " + release.version() + " was published with another text or time",
              "publish under a higher version"));
    }
    if (!releases.isEmpty() && !releases.get(0).modelId().equals(release.modelId())) {
      problems.add(
          problem(
              release,
              "this job scores by the model '" + releases.get(0).modelId() + "'",
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
}
