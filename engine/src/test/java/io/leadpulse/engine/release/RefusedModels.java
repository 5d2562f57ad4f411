package io.leadpulse.engine.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Edits that make a valid model invalid, with the problems that have to be told. */
final class RefusedModels {
  private RefusedModels() {}

  record Edit(String from, String to, List<String> problems) {
    String applied() {
      String model = whole();
      if (!model.contains(from)) {
        throw new IllegalArgumentException(
            "neither complete.yaml nor hygiene.yaml has '" + from + "'");
      }
      return model.replace(from, to.replace('~', '\n'));
    }

    @Override
    public String toString() {
      return from + " -> " + to;
    }
  }

  static String complete() {
    return resource("complete.yaml");
  }

  /** The complete model with the optional section about machines. */
  static String whole() {
    return complete() + resource("hygiene.yaml");
  }

  static List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    for (String block : resource("refused.txt").split("\n\n+")) {
      List<String> lines = block.lines().toList();
      if (lines.get(0).startsWith("- ")) {
        String to = lines.get(1).length() > 2 ? lines.get(1).substring(2) : "";
        edits.add(new Edit(lines.get(0).substring(2), to, lines.subList(2, lines.size())));
      }
    }
    return edits;
  }

  private static String resource(String name) {
    try (InputStream in = RefusedModels.class.getResourceAsStream("/models/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
