package io.leadpulse.cli.truth;

import org.jspecify.annotations.Nullable;

/**
 * What a record says of itself, as far as a judge asks.
 *
 * @param kind in lower kebab case, such as {@code page-view}; empty if it is no engagement
 * @param leadId whom it names; null for a visitor who is not known
 * @param visitorId the browser it names; null if it names none
 */
public record Claim(String kind, @Nullable String leadId, @Nullable String visitorId) {}
