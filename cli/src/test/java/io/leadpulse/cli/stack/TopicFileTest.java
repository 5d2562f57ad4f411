package io.leadpulse.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicFileTest {
  private static final Path OURS = Path.of("../config/topics.yaml");

  @TempDir private Path folder;

  @Test
  void takesTheProjectsOwnPlan() {
    TopicPlan plan = TopicPlan.read(OURS, problem -> {});
    TopicPlan.Topic scores =
        plan.topics().stream().filter(t -> t.name().equals("lead-score.v1")).findFirst().get();
    assertThat(scores.key()).isEqualTo("LeadScoreKey");
    assertThat(scores.partitions()).isEqualTo(4);
    assertThat(scores.config())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("min.compaction.lag.ms", "60000");
  }

  @Test
  void tellsAllProblemsAtOnceWithPlaceAndFix() throws IOException {
    String text =
        Files.readString(OURS)
            .replace("name: email-engagement.v1", "name: emial-engagement.v1")
            .replace("value: WebAccess", "value: WebAcess")
            .replace("key: LeadScoreKey", "key: string")
            .replaceFirst("partitions: 4", "partitions: 0")
            .replaceFirst("direction: in", "direction: inn")
            .replaceFirst("retention.ms: 17280000000", "retention.msec: 1")
            .replaceFirst("cleanup.policy: delete", "cleanup.policy: deleted")
            .replace("segment.ms: 86400000", "segment.ms: a day");
    List<String> problems = problems(text);
    assertThat(problems).allSatisfy(p -> assertThat(p).contains("plan.yaml:").contains("; fix: "));
    assertHas(problems, "Leadpulse has no topic 'emial-engagement.v1'", "'email-engagement.v1'");
    assertHas(problems, "there is no topic 'email-engagement.v1'", "add it");
    assertHas(problems, "the value of web-access.v1 is no 'WebAcess'", "write 'WebAccess'");
    assertHas(problems, "the key of lead-score.v1 is no 'string'", "write 'LeadScoreKey'");
    assertHas(problems, "partitions cannot be '0'", "from 1 to");
    assertHas(problems, "direction cannot be 'inn'", "write 'in'");
    assertHas(problems, "no topic setting 'retention.msec'", "write 'retention.ms'");
    assertHas(problems, "cleanup.policy cannot be 'deleted'", "compact");
    assertHas(problems, "segment.ms cannot be 'a day'", "write a long");
  }

  @Test
  void tellsATopicThatStandsTwiceAndKeysThatAreMissing() throws IOException {
    String text = Files.readString(OURS) + "\n- name: dead-letter.v1\n  partition: 4\n";
    List<String> problems = problems(text);
    assertHas(problems, "topic 'dead-letter.v1' stands twice", "remove one");
    assertHas(problems, "knows no key 'partition'", "write 'partitions'");
    assertHas(problems, "a topic has no 'partitions'", "add 'partitions'");
    assertHas(problems, "a topic has no 'value'", "add 'value'");
  }

  @Test
  void tellsWhatIsNoPlan() throws IOException {
    assertThat(problems("")).singleElement().asString().contains("the text is empty");
    assertThat(problems("name: x")).isNotEmpty();
    assertThat(problems("- [a, b]")).anyMatch(problem -> problem.contains("must be a mapping"));
  }

  @Test
  void putsTheProblemsIntoTheMessageWhereNobodyElseTellsThem() throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(config.resolve("topics.yaml"), "[]");
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> TopicPlan.read(new Home(folder)))
        .withMessageContaining("there is no topic 'web-access.v1'")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
  }

  private List<String> problems(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.yaml"), text);
    List<String> problems = new ArrayList<>();
    assertThatExceptionOfType(CliException.class)
        .isThrownBy(() -> TopicPlan.read(file, problems::add))
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION));
    return problems;
  }

  private static void assertHas(List<String> problems, String message, String fix) {
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem).contains(message);
              assertThat(problem.substring(problem.indexOf("; fix: "))).contains(fix);
            });
  }
}
