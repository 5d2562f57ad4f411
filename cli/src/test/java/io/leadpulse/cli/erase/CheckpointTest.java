package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.cli.stack.JobForm;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers of Flink 2.3, with single quotes. */
class CheckpointTest {
  private static final Instant COMPLETED = Instant.parse("2026-11-28T12:00:00Z");

  @Test
  void isTheNewestThatIsCompleteWithTheTimeAtWhichThoseBeforeAreGone() {
    Checkpoint newest =
        newest(
            "{'id':17,'external_path':'file:/c/chk-17','latest_ack_timestamp':%d}"
                .formatted(COMPLETED.toEpochMilli()));
    assertThat(newest)
        .isEqualTo(
            new Checkpoint(
                "lead-scoring checkpoint 17", "file:/c/chk-17", COMPLETED.plusSeconds(3 * 10)));
  }

  @Test
  void isOfTheJobThatIsMeant() {
    assertThatThrownBy(
            () ->
                Checkpoint.newest(
                    path -> json("{'jobs':[{'jid':'j','name':'lead-scoring'}]}"), JobForm.HAND_OFF))
        .hasMessage("this Flink has no job hand-off");
  }

  @Test
  void isNoneThatOnlyTheJobManagerHas() {
    assertThatThrownBy(
            () -> newest("{'id':1,'external_path':'<checkpoint-not-externally-addressable>'}"))
        .hasMessage("the job has no checkpoint in a file system");
    assertThatThrownBy(() -> newest("null"))
        .hasMessage("the job has no checkpoint in a file system");
  }

  @Test
  void isWhatTheUserNamedAsAFolderOrAUri() {
    assertThat(Checkpoint.named("s3://bucket/chk-1").address()).isEqualTo("s3://bucket/chk-1");
    assertThat(Checkpoint.named("saved/chk-1").address())
        .startsWith("file:///")
        .endsWith("/saved/chk-1");
  }

  private static Checkpoint newest(String completed) {
    Map<String, String> answers =
        Map.of(
            "/jobs/overview",
            "{'jobs':[{'jid':'j','name':'lead-scoring','state':'RUNNING','start-time':1}]}",
            "/jobs/j/checkpoints",
            "{'latest':{'completed':" + completed + "}}",
            "/jobs/j/checkpoints/config",
            "{'interval':10000}");
    return Checkpoint.newest(path -> json(answers.get(path)), JobForm.LEAD_SCORING);
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
