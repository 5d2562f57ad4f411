package io.leadpulse.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializerSnapshotTest {

  static List<StateSerializer<?>> serializers() {
    return List.of(
        new LeadStateSerializer(),
        new ProfileSerializer(),
        new ReleaseSerializer(),
        new VisitorStateSerializer());
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void restoresBesideItself(StateSerializer<?> serializer) throws IOException {
    assertThat(resolve(serializer, described(serializer, serializer.layout())).isCompatibleAsIs())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void takesStateOfOlderLayoutsAsItIs(StateSerializer<?> serializer) throws IOException {
    assertThat(resolve(serializer, described(serializer, 0)).isCompatibleAsIs()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("serializers")
  void refusesStateOfALaterRelease(StateSerializer<?> serializer) throws IOException {
    int later = serializer.layout() + 1;
    assertThat(resolve(serializer, described(serializer, later)).isIncompatible()).isTrue();
  }

  @Test
  void refusesTheStateOfAnotherSerializer() throws IOException {
    String other = Frozen.snapshot(new ReleaseSerializerSnapshot());
    assertThat(resolve(new ProfileSerializer(), other).isIncompatible()).isTrue();
  }

  @Test
  void refusesADescriptionItCannotRead() throws IOException {
    String name = hexOfUtf(ProfileSerializerSnapshot.class.getName());
    assertThatThrownBy(() -> Frozen.snapshot(name + "00000002" + "00000001"))
        .hasMessageContaining("format 2");
  }

  /** What savepoints of the first release hold. Class names are in it: none may ever change. */
  @Test
  void savepointsOfTheFirstReleaseStillNameTheseClasses() throws IOException {
    String pkg = "io.leadpulse.jobs.state.";
    assertThat(restored(pkg + "LeadStateSerializerSnapshot"))
        .isInstanceOf(LeadStateSerializer.class);
    assertThat(restored(pkg + "ProfileSerializerSnapshot")).isInstanceOf(ProfileSerializer.class);
    assertThat(restored(pkg + "ReleaseSerializerSnapshot")).isInstanceOf(ReleaseSerializer.class);
    assertThat(restored(pkg + "VisitorStateSerializerSnapshot"))
        .isInstanceOf(VisitorStateSerializer.class);
  }

  private static TypeSerializer<?> restored(String className) throws IOException {
    return Frozen.snapshot(hexOfUtf(className) + "00000001" + "00000001").restoreSerializer();
  }

  private static String described(StateSerializer<?> serializer, int layout) {
    String snapshot = serializer.snapshotConfiguration().getClass().getName();
    return hexOfUtf(snapshot) + "00000001" + HexFormat.of().toHexDigits(layout);
  }

  private static String hexOfUtf(String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().toHexDigits((short) bytes.length) + HexFormat.of().formatHex(bytes);
  }

  private static <T> TypeSerializerSchemaCompatibility<T> resolve(
      TypeSerializer<T> serializer, String old) throws IOException {
    TypeSerializerSnapshot<T> snapshot = Frozen.snapshot(old);
    return serializer.snapshotConfiguration().resolveSchemaCompatibility(snapshot);
  }
}
