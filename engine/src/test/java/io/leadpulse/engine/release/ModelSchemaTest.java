package io.leadpulse.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.model.AgentList;
import io.leadpulse.engine.model.Audience;
import io.leadpulse.engine.model.OncePer;
import io.leadpulse.engine.profile.Exclusion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors and the parser know the same words. */
class ModelSchemaTest {
  private static final JsonNode SCHEMA =
      json(ShippedModels.read("schema/scoring-model.schema.json"));

  @ParameterizedTest
  @MethodSource("names")
  void shippedModelsFollowTheSchema(String name) {
    assertThat(violations(ShippedModels.text(name))).isEmpty();
  }

  @Test
  void aModelWithEveryKindOfPartFollowsIt() {
    assertThat(violations(RefusedModels.whole())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "on: click, on: klick",
    "points: 60, points: sixty",
    "half-life: 14d, half-life: 14",
    "category: mail, cateogry: mail",
    "model: test, model: Test",
    "factor: 0.8, factor: 1.1",
    "grade: A, grade: E",
    "cap: 50, cap: -1",
    "flood: 300, flood: 0",
    "quarantine: 30s, quarantine: 30",
    "hidden-links: [/mail/not-for-readers], hidden-links: ['']",
    "headless, headles",
    "cooldown: 14d, audience: buyers",
    "people:, persons:",
    "198.51.100.7, 198.51.100.7/x",
  })
  void mistakesDoNot(String from, String to) {
    assertThat(violations(RefusedModels.whole().replace(from, to))).isNotEmpty();
  }

  @Test
  void itHoldsExactlyTheKeysThatTheParserReads() {
    assertKeys("", Keys.MODEL);
    assertKeys("/properties/lost", Keys.LOST);
    assertKeys("/$defs/category", Keys.CATEGORY);
    assertKeys("/$defs/weight", Keys.WEIGHT);
    assertKeys("/$defs/signal", Keys.SIGNAL);
    assertKeys("/$defs/damper", Keys.DAMPER);
    assertKeys("/$defs/fit-rule", Keys.FIT_RULE);
    assertKeys("/$defs/scorecard", Keys.SCORECARD);
    assertKeys("/$defs/warm", Keys.THRESHOLD);
    assertKeys("/$defs/hot", Keys.THRESHOLD);
    assertKeys("/$defs/require", Keys.REQUIRE);
    assertKeys("/$defs/hygiene", Keys.HYGIENE);
    assertKeys("/$defs/agents", Keys.AGENTS);
    assertKeys("/$defs/networks", Keys.NETWORKS);
    assertKeys("/$defs/text/oneOf/1", Keys.TEXT);
    assertKeys("/$defs/enter-by-fit", List.of("A", "B", "C", "D", "unknown"));
  }

  @Test
  void itHoldsExactlyTheWordsThatTheParserReads() {
    assertThat(words("/$defs/signal/properties/on"))
        .isEqualTo(Arrays.stream(EventKind.values()).map(EventKind::term).toList());
    assertThat(words("/$defs/signal/properties/once-per"))
        .isEqualTo(Arrays.stream(OncePer.values()).skip(1).map(OncePer::term).toList());
    assertThat(words("/$defs/scorecard/properties/audience"))
        .isEqualTo(Arrays.stream(Audience.values()).map(Audience::term).toList());
    assertThat(words("/$defs/agents/properties/lists/items"))
        .isEqualTo(Arrays.stream(AgentList.values()).map(AgentList::term).toList());
    assertThat(words("/$defs/exclusion"))
        .isEqualTo(Arrays.stream(Exclusion.values()).skip(1).map(Exclusion::term).toList());
  }

  @Test
  void itExplainsEveryKey() {
    List<String> unexplained = new ArrayList<>();
    collectUnexplained(SCHEMA, "", unexplained);

    assertThat(unexplained).isEmpty();
  }

  static List<String> names() {
    return ShippedModels.names();
  }

  private static void assertKeys(String pointer, List<String> keys) {
    List<String> names = new ArrayList<>();
    SCHEMA.at(pointer + "/properties").fieldNames().forEachRemaining(names::add);
    assertThat(names).as(pointer).containsExactlyInAnyOrderElementsOf(keys);
  }

  private static List<String> words(String pointer) {
    return StreamSupport.stream(SCHEMA.at(pointer + "/enum").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static void collectUnexplained(JsonNode node, String path, List<String> unexplained) {
    node.properties()
        .forEach(
            entry -> {
              String below = path + "/" + entry.getKey();
              if (path.endsWith("/properties") && !isExplained(entry.getValue())) {
                unexplained.add(below);
              }
              collectUnexplained(entry.getValue(), below, unexplained);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collectUnexplained(node.get(i), path + "/" + i, unexplained);
    }
  }

  private static boolean isExplained(JsonNode property) {
    JsonNode reference = property.path("$ref");
    return property.has("description")
        || (reference.isTextual() && SCHEMA.at(reference.asText().substring(1)).has("description"));
  }

  private static Set<String> violations(String yaml) {
    JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA);
    return schema.validate(yaml(yaml)).stream()
        .map(ValidationMessage::getMessage)
        .collect(Collectors.toSet());
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
