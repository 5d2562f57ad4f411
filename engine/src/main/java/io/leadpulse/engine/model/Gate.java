package io.leadpulse.engine.model;

/** A CEL condition over {@code profile} that must hold before a lead may become HOT. */
public record Gate(String id, String when) {}
