package io.leadpulse.engine.model;

/** A text for people, in English and Japanese. */
public record Text(String en, String ja) {}
