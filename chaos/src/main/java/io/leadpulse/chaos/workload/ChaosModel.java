package io.leadpulse.chaos.workload;

import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.release.ModelParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The scoring model of the fault runs. */
public final class ChaosModel {
  private static final String NAME = "chaos.yaml";

  private ChaosModel() {}

  public static ScoringModel parse() {
    return ModelParser.parse(NAME, text(), 1).orThrow().model();
  }

  /** Puts the model's text into a folder, and returns the file. */
  public static Path writeTo(Path folder) {
    try {
      return Files.writeString(folder.resolve(NAME), text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text() {
    try (InputStream text = ChaosModel.class.getResourceAsStream(NAME)) {
      if (text == null) {
        throw new IllegalStateException(NAME + " is missing beside " + ChaosModel.class);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
