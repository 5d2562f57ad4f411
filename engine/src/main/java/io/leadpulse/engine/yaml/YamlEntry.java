package io.leadpulse.engine.yaml;

/** A key of a mapping with its value. */
public record YamlEntry(String key, Place keyPlace, YamlValue value) {}
