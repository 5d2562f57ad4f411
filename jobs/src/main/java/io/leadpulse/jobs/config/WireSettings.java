package io.leadpulse.jobs.config;

import io.leadpulse.schemas.registry.RegistrySettings;
import org.jspecify.annotations.Nullable;

/**
 * How records name their schemas.
 *
 * @param format that is written
 * @param registry null if there is none; then only single-object encoding is read
 */
public record WireSettings(WireFormat format, @Nullable RegistrySettings registry) {}
