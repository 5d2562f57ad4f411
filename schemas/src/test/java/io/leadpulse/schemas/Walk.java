package io.leadpulse.schemas;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every named type that the contracts of all topics are made of. */
public final class Walk {
  private final Set<Schema> seen = new LinkedHashSet<>();

  private Walk() {}

  public static Stream<Schema> records() {
    return types().filter(schema -> schema.getType() == Schema.Type.RECORD);
  }

  public static Stream<Schema> enums() {
    return types().filter(schema -> schema.getType() == Schema.Type.ENUM);
  }

  private static Stream<Schema> types() {
    Walk walk = new Walk();
    Topics.SUBJECTS.forEach(subject -> walk.into(subject.schema()));
    return walk.seen.stream();
  }

  private void into(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema)) {
          schema.getFields().forEach(field -> into(field.schema()));
        }
      }
      case ENUM -> seen.add(schema);
      case ARRAY -> into(schema.getElementType());
      case MAP -> into(schema.getValueType());
      case UNION -> schema.getTypes().forEach(this::into);
      default -> {}
    }
  }
}
