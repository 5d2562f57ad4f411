package io.leadpulse.benchmarks.peer;

import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebinarEngagement;
import java.io.IOException;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.formats.avro.typeutils.AvroSerializer;

/**
 * Flink's own serializers of Avro's classes, one for each topic, behind a byte that says which.
 * {@code AvroTypeInfo} would give the same ones, but takes only classes that have setters.
 */
public final class AnyAvroSerializer extends TypeSerializer<SpecificRecordBase> {
  private static final List<Class<? extends SpecificRecordBase>> TYPES =
      List.of(
          WebAccess.class,
          EmailEngagement.class,
          WebinarEngagement.class,
          OfflineEngagement.class,
          LeadProfile.class,
          SalesActivity.class);

  private final TypeSerializer<SpecificRecordBase>[] serializers;

  public AnyAvroSerializer() {
    serializers = newArray();
    for (int i = 0; i < serializers.length; i++) {
      serializers[i] = serializer(TYPES.get(i));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static TypeSerializer<SpecificRecordBase>[] newArray() {
    return new TypeSerializer[TYPES.size()];
  }

  @SuppressWarnings("unchecked")
  private static TypeSerializer<SpecificRecordBase> serializer(
      Class<? extends SpecificRecordBase> type) {
    return new AvroSerializer<>((Class<SpecificRecordBase>) type);
  }

  private static int tag(SpecificRecordBase value) {
    return TYPES.indexOf(value.getClass());
  }

  @Override
  public void serialize(SpecificRecordBase value, DataOutputView out) throws IOException {
    int tag = tag(value);
    out.writeByte(tag);
    serializers[tag].serialize(value, out);
  }

  @Override
  public SpecificRecordBase deserialize(DataInputView in) throws IOException {
    return serializers[in.readByte()].deserialize(in);
  }

  @Override
  public SpecificRecordBase deserialize(SpecificRecordBase reuse, DataInputView in)
      throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public SpecificRecordBase copy(SpecificRecordBase from) {
    return serializers[tag(from)].copy(from);
  }

  @Override
  public SpecificRecordBase copy(SpecificRecordBase from, SpecificRecordBase reuse) {
    return copy(from);
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public SpecificRecordBase createInstance() {
    throw new UnsupportedOperationException("records are read, never filled in");
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializer<SpecificRecordBase> duplicate() {
    return new AnyAvroSerializer();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AnyAvroSerializer;
  }

  @Override
  public int hashCode() {
    return AnyAvroSerializer.class.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<SpecificRecordBase> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of it; has to be public for Flink. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SpecificRecordBase> {
    public Snapshot() {
      super(AnyAvroSerializer::new);
    }
  }
}
