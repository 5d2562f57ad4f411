package io.leadpulse.schemas.wire;

import io.leadpulse.schemas.wire.Plan.Kind;
import io.leadpulse.schemas.wire.Plan.Missing;
import io.leadpulse.schemas.wire.Plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Resolver;
import org.apache.avro.Resolver.Action;
import org.apache.avro.Resolver.Container;
import org.apache.avro.Resolver.EnumAdjust;
import org.apache.avro.Resolver.ReaderUnion;
import org.apache.avro.Resolver.RecordAdjust;
import org.apache.avro.Resolver.WriterUnion;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of what Avro's own resolution says, once for each writer's schema. A plan refuses
 * exactly the records that Avro's reader behind a {@link CheckedDecoder} refuses; where that is not
 * certain there is none.
 */
final class Planner {
  /** No slot: the field is checked and passed over. */
  private static final int NOWHERE = -1;

  private final Projection<?> projection;
  private final SpecificData data;

  Planner(Projection<?> projection) {
    this.projection = projection;
    data = SpecificData.getForClass(projection.subject().type());
  }

  /** The plan for a schema that resolves to the newest; null if it needs what plans do not do. */
  @Nullable Plan plan(Schema writer) {
    Action action = Resolver.resolve(writer, projection.subject().schema(), data);
    if (!(action instanceof RecordAdjust record)) {
      return null;
    }
    List<Step> steps = new ArrayList<>();
    int known = 0;
    for (Action field : record.fieldActions) {
      Step step =
          field.type == Action.Type.SKIP
              ? skip(field.writer)
              : step(field, slot(record.readerOrder[known++]));
      if (step == null) {
        return null;
      }
      steps.add(step);
    }
    List<Missing> missing = missing(record);
    return missing.stream().anyMatch(Planner::isText)
        ? null
        : new Plan(joined(steps), missing.toArray(Missing[]::new));
  }

  /** A text that is no part of the record; no contract has such a default. */
  private static boolean isText(Missing field) {
    return field.value() instanceof CharSequence text && text.length() > 0;
  }

  private int slot(Schema.Field field) {
    return projection.fields().indexOf(field.name());
  }

  private List<Missing> missing(RecordAdjust record) {
    List<Missing> missing = new ArrayList<>();
    for (int i = record.firstDefault; i < record.readerOrder.length; i++) {
      int slot = slot(record.readerOrder[i]);
      if (slot != NOWHERE) {
        missing.add(new Missing(slot, data.getDefaultValue(record.readerOrder[i])));
      }
    }
    return missing;
  }

  /** Texts that are passed over mostly lie side by side: one step for all of them. */
  private static Step[] joined(List<Step> steps) {
    List<Step> joined = new ArrayList<>();
    int texts = 0;
    for (Step step : steps) {
      if (step == Steps.PASS_TEXT) {
        texts++;
      } else {
        addTexts(texts, joined);
        texts = 0;
        joined.add(step);
      }
    }
    addTexts(texts, joined);
    return joined.toArray(Step[]::new);
  }

  private static void addTexts(int count, List<Step> to) {
    if (count > 0) {
      to.add(count == 1 ? Steps.PASS_TEXT : Steps.passTexts(count));
    }
  }

  /** As Avro's readers pass over what only the writer has: the symbol of an enum may be any. */
  private static Step skip(Schema writer) {
    return writer.getType() == Schema.Type.STRING
        ? Steps.PASS_TEXT
        : Steps.other((in, to) -> GenericDatumReader.skip(writer, in));
  }

  private static @Nullable Step step(Action action, int slot) {
    if (!isPlain(action.logicalType)) {
      return null;
    }
    return switch (action.type) {
      case DO_NOTHING -> slot == NOWHERE ? pass(action.reader) : take(action.reader, slot);
      case ENUM -> Steps.symbol(((EnumAdjust) action).adjustments, slot);
      case WRITER_UNION -> union((WriterUnion) action, slot);
      case READER_UNION -> step(((ReaderUnion) action).actualAction, slot);
      case CONTAINER -> container((Container) action, slot);
      case PROMOTE ->
          action.reader.getType() == Schema.Type.LONG && slot != NOWHERE
              ? Steps.take(Kind.INT, slot)
              : null;
      case RECORD, ERROR, SKIP -> null;
    };
  }

  /** Whether any number is a value: an instant is kept as its milliseconds. */
  private static boolean isPlain(@Nullable LogicalType type) {
    return type == null || type instanceof LogicalTypes.TimestampMillis;
  }

  private static @Nullable Step take(Schema schema, int slot) {
    return switch (schema.getType()) {
      case STRING -> Steps.take(Kind.TEXT, slot);
      case INT -> Steps.take(Kind.INT, slot);
      case LONG -> Steps.take(Kind.LONG, slot);
      case BOOLEAN -> Steps.take(Kind.FLAG, slot);
      case NULL -> Steps.other((in, to) -> to.setNull(slot));
      default -> null;
    };
  }

  private static @Nullable Step pass(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> Steps.PASS_TEXT;
      case INT -> Steps.other((in, to) -> in.readInt());
      case LONG -> Steps.other((in, to) -> in.readLong());
      case BOOLEAN -> Steps.other((in, to) -> in.readBoolean());
      case BYTES -> Steps.other((in, to) -> in.skipBytes());
      case NULL -> Steps.other((in, to) -> in.readNull());
      default -> null;
    };
  }

  private static @Nullable Step union(WriterUnion union, int slot) {
    Step[] branches = new Step[union.actions.length];
    for (int i = 0; i < branches.length; i++) {
      Step branch = step(union.actions[i], slot);
      if (branch == null) {
        return null;
      }
      branches[i] = branch;
    }
    return Steps.other((in, to) -> branches[in.readIndex()].read(in, to));
  }

  /** Maps of texts are all that the contracts have. */
  private static @Nullable Step container(Container container, int slot) {
    boolean texts =
        container.reader.getType() == Schema.Type.MAP
            && container.elementAction.type == Action.Type.DO_NOTHING
            && container.elementAction.reader.getType() == Schema.Type.STRING;
    if (!texts) {
      return null;
    }
    return slot == NOWHERE ? Steps.PASS_TEXTS_BY_NAME : Steps.takeTextsByName(slot);
  }
}
