package io.leadpulse.engine.handoff;

import org.jspecify.annotations.Nullable;

/**
 * A stage as a team has it.
 *
 * @param by what sales reports to reach it; null if only its name does
 */
public record NamedStage(String name, @Nullable Stage by) {}
