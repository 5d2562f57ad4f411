package io.leadpulse.engine.model;

import io.leadpulse.engine.profile.Fit;

/**
 * Gives a fit grade when its CEL condition over {@code profile} holds; the first that holds wins.
 */
public record FitRule(Fit grade, String when) {}
