package io.leadpulse.jobs.score;

import io.leadpulse.engine.release.Release;
import java.io.Serializable;
import java.util.List;

/**
 * Reads the releases of the scoring model that were published so far. Called once per subtask at
 * every start, before its first event, so that no event is judged without a model, nor without one
 * that was published while the job was down.
 */
@FunctionalInterface
public interface ReleaseLoader extends Serializable {

  List<Release> load() throws Exception;
}
