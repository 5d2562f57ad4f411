package io.leadpulse.engine.model;

/**
 * A kind of interest whose signals share a cap.
 *
 * @param cap most milli-points that the category adds, after decay
 */
public record Category(String id, long cap) {}
