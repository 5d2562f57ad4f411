package io.leadpulse.cli.doctor;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.history.Compatibility;
import io.leadpulse.schemas.history.SchemaHistory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Whether the schemas of this version continue those that were released before. */
final class SchemasContinue implements Examination {
  private final Function<Subject<?>, SchemaHistory> histories;

  SchemasContinue(Function<Subject<?>, SchemaHistory> histories) {
    this.histories = histories;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.SCHEMA_HISTORY);
  }

  @Override
  public void examine(Findings findings) {
    List<String> problems = new ArrayList<>();
    int versions = 0;
    for (Subject<?> subject : Topics.SUBJECTS) {
      SchemaHistory history = histories.apply(subject);
      versions += history.versions().size();
      if (fingerprint(history.newest()) != fingerprint(subject.schema())) {
        problems.add(subject.name() + ": the schema in use was never released");
      }
      Compatibility.problems(history.versions()).stream()
          .map(problem -> subject.name() + ": " + problem)
          .forEach(problems::add);
    }
    if (problems.isEmpty()) {
      findings.ok(
          Check.SCHEMA_HISTORY,
          "%d contracts, %d released schemas, all read each other",
          Topics.SUBJECTS.size(),
          versions);
    } else {
      findings.problem(Check.SCHEMA_HISTORY, "%s", String.join(", ", problems));
    }
  }

  /** Of what records depend on: documentation may differ. */
  private static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }
}
