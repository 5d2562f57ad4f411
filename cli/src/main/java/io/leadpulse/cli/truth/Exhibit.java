package io.leadpulse.cli.truth;

/**
 * A record that can be judged: what it says, and what is true. Copies of a record share the truth,
 * the very object.
 */
public record Exhibit(Claim claim, Truth truth) {}
