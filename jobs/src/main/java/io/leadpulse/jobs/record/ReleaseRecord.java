package io.leadpulse.jobs.record;

import io.leadpulse.engine.release.Release;

/**
 * One published release of the scoring model, valid in itself.
 *
 * @param raw as it came, for the dead letters if it contradicts the releases before it
 */
public record ReleaseRecord(Release release, RawRecord raw) {}
