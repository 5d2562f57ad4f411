package io.leadpulse.benchmarks.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The model that scores the traffic: the default one, with 50 signals and two scorecards. */
public final class BenchmarkModel {
  /** Id of the model. */
  public static final String ID = "b2b-japan";

  private static final String ADDED = "more-signals.yaml";
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build();

  private BenchmarkModel() {}

  /**
   * Its text.
   *
   * @param model file of the default model
   */
  public static String yaml(Path model) throws IOException {
    ObjectNode all = (ObjectNode) YAML.readTree(Files.readString(model));
    merge(all, added());
    return YAML.writeValueAsString(all);
  }

  /** The same with twice the points for the blog, which most leads have read. */
  public static String another(String yaml) throws IOException {
    ObjectNode all = (ObjectNode) YAML.readTree(yaml);
    ObjectNode blog = (ObjectNode) all.get("signals").get("blog-page");
    blog.put("points", 2 * blog.get("points").intValue());
    return YAML.writeValueAsString(all);
  }

  private static JsonNode added() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BenchmarkModel.class.getResourceAsStream(ADDED), ADDED)) {
      return YAML.readTree(in);
    }
  }

  private static void merge(ObjectNode all, JsonNode added) {
    added
        .properties()
        .forEach(
            section ->
                ((ObjectNode) all.get(section.getKey())).setAll((ObjectNode) section.getValue()));
  }
}
