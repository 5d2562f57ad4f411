package io.leadpulse.schemas.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;

/**
 * Schemas that an older, a newer or a foreign sender may write with: fields missing, moved, added
 * or of a related type. Most resolve to the newest schema, some do not.
 */
final class RandomWriters {
  private static final List<String> FOREIGN =
      List.of(
          "\"string\"",
          "\"bytes\"",
          "\"int\"",
          "\"double\"",
          "\"float\"",
          "\"null\"",
          "[\"null\",\"string\",\"long\"]",
          "{\"type\":\"array\",\"items\":\"string\"}",
          "{\"type\":\"map\",\"values\":[\"null\",\"boolean\"]}",
          "{\"type\":\"fixed\",\"name\":\"Four%d\",\"size\":4}",
          "{\"type\":\"enum\",\"name\":\"Two%d\",\"symbols\":[\"A\",\"B\"]}",
          "{\"type\":\"record\",\"name\":\"Pair%d\",\"fields\":["
              + "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"boolean\"}]}");

  private final Random random;
  private int names;

  RandomWriters(Random random) {
    this.random = random;
  }

  Schema next(Schema newest) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : newest.getFields()) {
      if (!field.hasDefaultValue() || random.nextInt(5) > 0) {
        fields.add(new Schema.Field(field.name(), changed(field.schema())));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.add(new Schema.Field("foreign" + ++names, foreign()));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(fields, random);
    }
    return Schema.createRecord(newest.getName(), null, newest.getNamespace(), false, fields);
  }

  private Schema foreign() {
    String text = FOREIGN.get(random.nextInt(FOREIGN.size())).formatted(names);
    return new Schema.Parser().parse(text);
  }

  /** Mostly the same, so that most schemas resolve. */
  private Schema changed(Schema schema) {
    int choice = random.nextInt(20);
    if (random.nextInt(300) == 0) {
      return Schema.create(Schema.Type.NULL);
    }
    return switch (schema.getType()) {
      case ENUM -> choice < 8 ? otherSymbols(schema) : schema;
      case STRING ->
          choice == 0 ? Schema.create(Schema.Type.BYTES) : choice < 3 ? alone(schema) : schema;
      case LONG -> choice < 4 ? Schema.create(Schema.Type.INT) : schema;
      case INT, BOOLEAN -> choice < 2 ? alone(schema) : schema;
      case UNION -> choice < 6 ? otherBranches(schema) : schema;
      default -> schema;
    };
  }

  /** A union with nothing else in it. */
  private static Schema alone(Schema schema) {
    return Schema.createUnion(schema);
  }

  private Schema otherBranches(Schema union) {
    List<Schema> branches = new ArrayList<>(union.getTypes());
    return switch (random.nextInt(4)) {
      case 0 -> branches.get(0);
      case 1 -> branches.get(branches.size() - 1);
      case 2 -> Schema.createUnion(branches.get(branches.size() - 1), branches.get(0));
      default -> {
        branches.add(Schema.create(Schema.Type.FLOAT));
        yield Schema.createUnion(branches);
      }
    };
  }

  private Schema otherSymbols(Schema schema) {
    List<String> symbols = new ArrayList<>(schema.getEnumSymbols());
    if (random.nextBoolean()) {
      symbols.add(random.nextInt(symbols.size() + 1), "NEWER");
    }
    if (random.nextBoolean()) {
      symbols.remove(random.nextInt(symbols.size()));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(symbols, random);
    }
    return Schema.createEnum(schema.getName(), null, schema.getNamespace(), symbols);
  }
}
