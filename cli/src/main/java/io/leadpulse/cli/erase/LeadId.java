package io.leadpulse.cli.erase;

import io.leadpulse.engine.bytes.ByteSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A lead's id in the forms in which bytes hold it. Avro, Flink and the engine write a text behind
 * its length, so that it is found without being taken for a part of a longer one.
 */
final class LeadId {
  private final String text;
  private final byte[] utf8;
  private final List<byte[]> behindLength;

  LeadId(String text) {
    this.text = text;
    utf8 = text.getBytes(StandardCharsets.UTF_8);
    behindLength = List.of(ofFlink(text), ofEngine(text), ofAvro(text));
  }

  String text() {
    return text;
  }

  /** The id behind its length, in each way in which something of ours writes it. */
  List<byte[]> behindLength() {
    return behindLength;
  }

  /** Whether bytes that something of ours wrote hold the id. */
  boolean isStoredIn(byte[] bytes) {
    for (byte[] form : behindLength) {
      if (Bytes.find(form, bytes, 0, bytes.length) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether bytes of anybody hold the id: behind its length, or as a word of a text. Of an id that
   * is a number or a common word this may say yes where no lead is meant, never no where one is.
   */
  boolean isIn(byte[] bytes) {
    return isStoredIn(bytes) || isWordIn(bytes);
  }

  private boolean isWordIn(byte[] bytes) {
    int at = Bytes.find(utf8, bytes, 0, bytes.length);
    while (at >= 0) {
      int end = at + utf8.length;
      if ((at == 0 || !isOfId(bytes[at - 1])) && (end == bytes.length || !isOfId(bytes[end]))) {
        return true;
      }
      at = Bytes.find(utf8, bytes, at + 1, bytes.length);
    }
    return false;
  }

  /** Whether a longer id would go on with this byte. */
  private static boolean isOfId(byte b) {
    return b >= 0 && (Character.isLetterOrDigit(b) || b == '-' || b == '_');
  }

  private static byte[] ofFlink(String text) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(text.length() + 1);
      StringSerializer.INSTANCE.serialize(text, out);
      return out.getCopyOfBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ofEngine(String text) {
    ByteSink out = new ByteSink();
    out.text(text);
    return out.toBytes();
  }

  private static byte[] ofAvro(String text) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
      out.writeString(text);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
