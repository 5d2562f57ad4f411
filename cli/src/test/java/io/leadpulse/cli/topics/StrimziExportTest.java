package io.leadpulse.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.leadpulse.cli.Invocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrimziExportTest {
  /** What the topic operator and Kubernetes take. */
  private static final String SUBDOMAIN =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

  @Test
  void printsAResourceForEachTopic() throws Exception {
    Invocation run =
        Invocation.of(
            "topics",
            "export",
            "--format",
            "strimzi",
            "--plan",
            "../config/topics.yaml",
            "--cluster",
            "prod",
            "--prefix",
            "eu_Sales.",
            "--replication-factor",
            "3");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<JsonNode> resources = documents(run.out());
    assertThat(resources)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            resource -> {
              assertThat(resource.get("apiVersion").asText()).isEqualTo("kafka.strimzi.io/v1");
              assertThat(resource.get("kind").asText()).isEqualTo("KafkaTopic");
              assertThat(resource.at("/metadata/name").asText()).matches(SUBDOMAIN);
              assertThat(resource.at("/metadata/labels/strimzi.io~1cluster").asText())
                  .isEqualTo("prod");
              assertThat(resource.at("/spec/replicas").asInt()).isEqualTo(3);
            });
    JsonNode access = resources.get(0);
    assertThat(access.at("/spec/topicName").asText()).isEqualTo("eu_Sales.web-access.v1");
    assertThat(access.at("/spec/partitions").asInt()).isEqualTo(4);
    assertThat(access.at("/spec/config/retention.ms").asLong()).isEqualTo(17_280_000_000L);
    assertThat(access.at("/spec/config/cleanup.policy").asText()).isEqualTo("delete");
  }

  @Test
  void keepsNamesApartThatKubernetesWouldTakeForOne() {
    assertThat(StrimziExport.resourceName("leadpulse.web-access.v1"))
        .isEqualTo("leadpulse.web-access.v1");
    List<String> names = List.of("a_b.v1", "A_b.v1", "a-b.v1", "a.-_b.v1", "_", "a".repeat(300));
    assertThat(names.stream().map(StrimziExport::resourceName).distinct()).hasSize(names.size());
    assertThat(names.stream().map(name -> "x" + name).map(StrimziExport::resourceName))
        .allSatisfy(name -> assertThat(name).matches(SUBDOMAIN).hasSizeLessThanOrEqualTo(253));
  }

  private static List<JsonNode> documents(String text) throws Exception {
    YAMLMapper yaml = new YAMLMapper();
    try (MappingIterator<JsonNode> read = yaml.readerFor(JsonNode.class).readValues(text)) {
      return read.readAll();
    }
  }
}
