package io.leadpulse.engine.release;

import io.leadpulse.engine.yaml.Problem;
import java.util.List;

/**
 * What a history says to a release.
 *
 * @param history with the release, or unchanged if there are problems or it was there already
 * @param problems why the release was refused
 */
public record Admission(ReleaseHistory history, List<Problem> problems) {
  public Admission {
    problems = List.copyOf(problems);
  }

  public boolean isRefused() {
    return !problems.isEmpty();
  }
}
