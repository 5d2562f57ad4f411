package io.leadpulse.engine.release;

import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.classify.ProfilePolicy;
import io.leadpulse.engine.model.ScoringModel;

/**
 * A valid model, ready to judge.
 *
 * @param classifier for one thread; others take a copy
 */
public record CompiledModel(
    ScoringModel model, Classifier classifier, ProfilePolicy profilePolicy) {}
