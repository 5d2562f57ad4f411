package io.leadpulse.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The check of the history finds what it is there to find. */
class CompatibilityTest {
  private static final String ID = "{'name': 'id', 'type': 'string'}";
  private static final String NOTE = "{'name': 'note', 'type': 'string', 'default': ''}";
  private static final String BARE = "{'name': 'note', 'type': 'string'}";

  @Test
  void aFieldWithADefaultMayComeAndGo() {
    assertThat(problems(record(ID), record(ID, NOTE), record(ID))).isEmpty();
  }

  @Test
  void aNewFieldWithoutADefaultIsRefused() {
    assertThat(problems(record(ID), record(ID, BARE))).singleElement().asString().contains("note");
  }

  @Test
  void aRemovedFieldWithoutADefaultIsRefused() {
    assertThat(problems(record(ID, BARE), record(ID))).singleElement().asString().contains("note");
  }

  @Test
  void everyVersionCountsNotOnlyTheOneBefore() {
    assertThat(problems(record(ID), record(ID, NOTE), record(ID, BARE)))
        .singleElement()
        .asString()
        .startsWith("What version 1 wrote, version 3 cannot read");
  }

  @Test
  void aNewSymbolNeedsADefault() {
    String without = "{'name': 'k', 'type': {'type': 'enum', 'name': 'K', 'symbols': [%s]}}";
    String with = without.replace("]}", "], 'default': 'A'}");
    assertThat(problems(record(without.formatted("'A'")), record(without.formatted("'A', 'B'"))))
        .isNotEmpty();
    assertThat(problems(record(with.formatted("'A'")), record(with.formatted("'A', 'B'"))))
        .isEmpty();
  }

  @Test
  void aWiderNumberIsRefusedBecauseOldReadersCannotTakeIt() {
    assertThat(
            problems(
                record("{'name': 'n', 'type': 'int'}"), record("{'name': 'n', 'type': 'long'}")))
        .singleElement()
        .asString()
        .startsWith("What version 2 wrote, version 1 cannot read");
  }

  @Test
  void anotherUnitOfTimeIsRefused() {
    String time = "{'name': 't', 'type': {'type': 'long', 'logicalType': 'timestamp-%s'}}";
    assertThat(problems(record(time.formatted("millis")), record(time.formatted("micros"))))
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem).endsWith("takes for something else: t"));
  }

  private static List<String> problems(String... versions) {
    return Compatibility.problems(
        Stream.of(versions).map(json -> new Schema.Parser().parse(json)).toList());
  }

  private static String record(String... fields) {
    return "{'type': 'record', 'name': 'R', 'fields': [%s]}"
        .formatted(String.join(", ", fields))
        .replace('\'', '"');
  }
}
