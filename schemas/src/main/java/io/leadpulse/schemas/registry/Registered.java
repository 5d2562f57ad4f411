package io.leadpulse.schemas.registry;

/**
 * A schema as a registry holds it.
 *
 * @param text the schema in JSON; empty where the registry does not say
 */
record Registered(int id, String text) {}
