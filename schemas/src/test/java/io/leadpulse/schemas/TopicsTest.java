package io.leadpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final Path FILE = Path.of("..", "config", "topics.yaml");

  @Test
  void theFileOfTopicsNamesTheSameContracts() throws IOException {
    List<String> inFile = new ArrayList<>();
    for (Map<String, String> topic : topics()) {
      inFile.add(topic.get("name") + " " + topic.get("value"));
      if (!topic.get("key").equals("string")) {
        inFile.add(topic.get("name") + "-key " + topic.get("key"));
      }
    }
    assertThat(inFile)
        .containsExactlyElementsOf(
            Topics.SUBJECTS.stream()
                .map(subject -> subject.name() + " " + subject.type().getSimpleName())
                .toList());
  }

  @Test
  void noTopicIsDeletedByTheTimeThatSendersClaim() throws IOException {
    assertThat(topics())
        .allSatisfy(
            topic -> assertThat(topic).containsEntry("message.timestamp.type", "LogAppendTime"));
  }

  @Test
  void deadLettersHoldARecordOfAnyEngagementTopic() throws IOException {
    long letter =
        topics().stream()
            .filter(topic -> topic.get("name").equals(Topics.DEAD_LETTER.name()))
            .mapToLong(topic -> Long.parseLong(topic.get("max.message.bytes")))
            .sum();
    List<String> engagements = Topics.ENGAGEMENTS.stream().map(Subject::name).toList();
    assertThat(topics())
        .filteredOn(topic -> engagements.contains(topic.get("name")))
        .hasSameSizeAs(engagements)
        .allSatisfy(
            topic ->
                assertThat(Long.parseLong(topic.get("max.message.bytes")) + 64 * 1024)
                    .isLessThan(letter));
  }

  @Test
  void theTopicOfAKeyIsTheTopicOfItsValue() {
    assertThat(Topics.LEAD_SCORE_KEY.topic("leadpulse."))
        .isEqualTo(Topics.LEAD_SCORE.topic("leadpulse."))
        .isEqualTo("leadpulse.lead-score.v1");
  }

  /** Names and values of the simple lines of each entry; no more of YAML than the file uses. */
  private static List<Map<String, String>> topics() throws IOException {
    List<Map<String, String>> topics = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      String text = line.replaceFirst("#.*", "").replaceFirst("^- ", "  ").strip();
      if (line.startsWith("- ")) {
        topics.add(new HashMap<>());
      }
      int colon = text.indexOf(": ");
      if (colon > 0) {
        topics.get(topics.size() - 1).put(text.substring(0, colon), text.substring(colon + 2));
      }
    }
    return topics;
  }
}
