package io.leadpulse.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaHistoryTest {
  private static final Path SOURCES = Path.of("src", "main", "avro");
  private static final Path RELEASED = Path.of("src", "main", "resources", "history");
  private static final Path PROPOSED = Path.of("target", "history");

  static List<Subject<?>> subjects() {
    return Topics.SUBJECTS;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void theNewestVersionIsWhatTheSourcesSay(Subject<?> subject) throws IOException {
    Schema current = parse(subject);
    SchemaHistory history = SchemaHistory.of(subject);
    if (!current.equals(history.newest())) {
      Path file = Path.of(subject.name(), (history.versions().size() + 1) + ".avsc");
      Path proposed = PROPOSED.resolve(file);
      Files.createDirectories(proposed.getParent());
      Files.writeString(proposed, SchemaFormatter.format("json/pretty", current) + "\n");
      assertThat(history.newest())
          .as(
              "The schema of %s is not the newest released one. If the change is meant, release it:"
                  + " copy schemas/%s to schemas/%s. Never edit a version that was released.",
              subject.name(), proposed, RELEASED.resolve(file))
          .isEqualTo(current);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void theClassesWriteTheNewestVersion(Subject<?> subject) {
    assertThat(SchemaNormalization.parsingFingerprint64(subject.schema()))
        .isEqualTo(SchemaNormalization.parsingFingerprint64(SchemaHistory.of(subject).newest()));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void everyVersionReadsEveryOther(Subject<?> subject) {
    assertThat(Compatibility.problems(SchemaHistory.of(subject).versions())).isEmpty();
  }

  @Test
  void aSubjectThatWasNeverReleasedIsAnError() {
    Subject<?> stranger =
        new Subject<>(
            "never-released.v1", Topics.LEAD_PROFILE.type(), Topics.LEAD_PROFILE.schema());
    assertThatThrownBy(() -> SchemaHistory.of(stranger)).hasMessageContaining("never-released.v1");
  }

  private static Schema parse(Subject<?> subject) throws IOException {
    Schema.Parser parser = new Schema.Parser();
    try (var types = Files.list(SOURCES.resolve("types"))) {
      for (Path type : types.sorted().toList()) {
        parser.parse(Files.readString(type));
      }
    }
    return parser.parse(
        Files.readString(SOURCES.resolve(subject.type().getSimpleName() + ".avsc")));
  }
}
