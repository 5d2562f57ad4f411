package io.leadpulse.chaos.people;

import io.leadpulse.engine.release.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scoring model of people: one release, in force from the first record on. */
public final class PeopleModel {
  private static final String NAME = "people.yaml";

  private PeopleModel() {}

  public static Release release() {
    try (InputStream text = PeopleModel.class.getResourceAsStream(NAME)) {
      if (text == null) {
        throw new IllegalStateException(NAME + " is missing beside " + PeopleModel.class);
      }
      String yaml = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      return Release.of("identity", 1, 0, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
