package io.leadpulse.jobs.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerializersTest {
  private static final int VALUES = 3_000;
  static final List<TypeInformation<?>> TYPES =
      List.of(LeadInput.TYPE, VisitorInput.TYPE, OutputRecord.TYPE, RawRecord.TYPE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void leadInputsComeBackAsTheyWere(long seed) throws IOException {
    RandomInputs random = new RandomInputs(seed);
    List<LeadInput> inputs = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      inputs.add(random.next());
    }
    // Once too: two fields exchanged in reading stand right again when they are read twice.
    assertThat(readOnce(LeadInput.TYPE, inputs)).isEqualTo(inputs);
    assertThat(roundTrip(LeadInput.TYPE, inputs)).isEqualTo(inputs);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void visitorInputsComeBackAsTheyWere(long seed) throws IOException {
    RandomInputs random = new RandomInputs(seed);
    List<VisitorInput> inputs = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      inputs.add(random.nextOfVisitor());
    }
    assertThat(roundTrip(VisitorInput.TYPE, inputs)).isEqualTo(inputs);
  }

  @Test
  void outputRecordsComeBackAsTheyWere() throws IOException {
    RandomInputs random = new RandomInputs(4);
    List<OutputRecord> outputs = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      OutputTopic topic = OutputTopic.values()[i % OutputTopic.values().length];
      byte[] value = random.chance() ? random.bytes() : null;
      outputs.add(new OutputRecord(topic, random.bytes(), value, random.text()));
    }
    assertSame(roundTrip(OutputRecord.TYPE, outputs), outputs);
  }

  @Test
  void rawRecordsComeBackAsTheyWere() throws IOException {
    RandomInputs random = new RandomInputs(5);
    List<RawRecord> raws = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      byte[] key = random.chance() ? random.bytes() : null;
      byte[] value = random.chance() ? random.bytes() : null;
      raws.add(new RawRecord(random.text(), i, random.number(), random.number(), key, value));
    }
    assertSame(roundTrip(RawRecord.TYPE, raws), raws);
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void savepointsOfTheSameFormatAreTakenAndOthersRefused(TypeInformation<?> type)
      throws IOException {
    TypeSerializer<?> serializer = type.createSerializer(new SerializerConfigImpl());
    assertThat(isCompatible(serializer, current(serializer))).isTrue();
    assertThat(isCompatible(serializer, current(serializer) + 1)).isFalse();
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void typesTravelInTheJobGraph(TypeInformation<?> type) throws Exception {
    TypeInformation<?> copy = InstantiationUtil.clone(type);
    assertThat(copy).isEqualTo(type).hasSameHashCodeAs(type);
    assertThat(copy.createSerializer(new SerializerConfigImpl()))
        .isEqualTo(type.createSerializer(new SerializerConfigImpl()));
  }

  @Test
  void immutableValuesAreNeverCopied() {
    LeadInput input = new RandomInputs(6).next();
    TypeSerializer<LeadInput> serializer =
        LeadInput.TYPE.createSerializer(new SerializerConfigImpl());
    assertThat(serializer.isImmutableType()).isTrue();
    assertThat(serializer.copy(input)).isSameAs(input);
    assertThat(serializer.duplicate()).isNotSameAs(serializer).isEqualTo(serializer);
  }

  private static <T> List<T> readOnce(TypeInformation<T> type, List<T> values) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    return read(serializer, written(serializer, values), values.size());
  }

  private static <T> List<T> roundTrip(TypeInformation<T> type, List<T> values) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    DataOutputSerializer out = written(serializer, values);
    DataInputDeserializer in = new DataInputDeserializer(out.getSharedBuffer(), 0, out.length());
    DataOutputSerializer again = new DataOutputSerializer(out.length());
    for (int i = 0; i < values.size(); i++) {
      serializer.copy(in, again);
    }
    // Not the same bytes: maps come in any order.
    assertThat(again.length()).isEqualTo(out.length());
    return read(serializer, again, values.size());
  }

  private static <T> DataOutputSerializer written(TypeSerializer<T> serializer, List<T> values)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1_024);
    for (T value : values) {
      serializer.serialize(value, out);
    }
    return out;
  }

  private static <T> List<T> read(TypeSerializer<T> serializer, DataOutputSerializer out, int count)
      throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(out.getSharedBuffer(), 0, out.length());
    List<T> back = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      back.add(serializer.deserialize(in));
    }
    assertThat(in.available()).isZero();
    return back;
  }

  private static <T> void assertSame(List<T> actual, List<T> expected) {
    assertThat(actual)
        .usingRecursiveFieldByFieldElementComparator(
            RecursiveComparisonConfiguration.builder().build())
        .isEqualTo(expected);
  }

  private static int current(TypeSerializer<?> serializer) {
    return serializer.snapshotConfiguration().getCurrentVersion();
  }

  private static <T> boolean isCompatible(TypeSerializer<T> serializer, int version)
      throws IOException {
    TypeSerializerSnapshot<T> old = serializer.snapshotConfiguration();
    old.readSnapshot(
        version, new DataInputDeserializer(new byte[0]), SerializersTest.class.getClassLoader());
    assertThat(old.restoreSerializer()).isEqualTo(serializer);
    return serializer.snapshotConfiguration().resolveSchemaCompatibility(old).isCompatibleAsIs();
  }
}
