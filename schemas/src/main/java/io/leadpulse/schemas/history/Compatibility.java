package io.leadpulse.schemas.history;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** What keeps versions of one schema from reading each other, old with new and new with old. */
public final class Compatibility {
  private Compatibility() {}

  /**
   * What is wrong, one sentence each; empty if all versions read each other.
   *
   * @param versions oldest first
   */
  public static List<String> problems(List<Schema> versions) {
    List<String> problems = new ArrayList<>();
    for (int writer = 0; writer < versions.size(); writer++) {
      for (int reader = 0; reader < versions.size(); reader++) {
        problems.addAll(problems(versions, writer, reader));
      }
    }
    return problems;
  }

  private static List<String> problems(List<Schema> versions, int writer, int reader) {
    String pair = "What version %d wrote, version %d ".formatted(writer + 1, reader + 1);
    List<String> problems = new ArrayList<>();
    SchemaPairCompatibility check =
        SchemaCompatibility.checkReaderWriterCompatibility(
            versions.get(reader), versions.get(writer));
    check.getResult().getIncompatibilities().stream()
        .map(found -> pair + "cannot read: " + found.getMessage() + " at " + found.getLocation())
        .forEach(problems::add);
    retyped(versions.get(writer), versions.get(reader)).stream()
        .map(field -> pair + "takes for something else: " + field)
        .forEach(problems::add);
    return problems;
  }

  /** Fields whose logical type changed: Avro reads the number and says nothing. */
  private static List<String> retyped(Schema writer, Schema reader) {
    List<String> retyped = new ArrayList<>();
    for (Schema.Field field : reader.getFields()) {
      Schema.Field before = writer.getField(field.name());
      if (before != null && !logicalTypes(before).equals(logicalTypes(field))) {
        retyped.add(field.name());
      }
    }
    return retyped;
  }

  private static List<String> logicalTypes(Schema.Field field) {
    Schema schema = field.schema();
    List<Schema> types =
        schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
    return types.stream()
        .filter(type -> type.getLogicalType() != null)
        .map(type -> type.getLogicalType().getName())
        .toList();
  }
}
