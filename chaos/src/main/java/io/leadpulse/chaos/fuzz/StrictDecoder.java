package io.leadpulse.chaos.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Avro's own decoder, with the checks that the contracts promise beside it: Avro takes any byte for
 * a boolean, any bytes for a text, and what is over 32 bits of a number for nothing. Follows its
 * position in the bytes to look at them first; every value is Avro's.
 */
final class StrictDecoder extends Decoder {
  private static final int MOST_TEXT = 8 * 1024;
  private static final int MOST_ITEMS = 1024;
  private static final int LONGEST_NUMBER = 10;

  private final byte[] bytes;
  private final BinaryDecoder avro;
  private int at;
  private int items;

  StrictDecoder(byte[] bytes, int offset) {
    this.bytes = bytes;
    at = offset;
    avro = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
  }

  /** Whether all was read, by Avro's count and by ours. */
  boolean isAtEnd() throws IOException {
    if (avro.isEnd() != (at == bytes.length)) {
      throw new IllegalStateException("lost count of the bytes");
    }
    return at == bytes.length;
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AvroRuntimeException(what);
    }
  }

  private byte raw() {
    require(at < bytes.length, "ends too early");
    return bytes[at++];
  }

  /** A number as the bytes have it, moving on. */
  private long number() {
    long value = 0;
    for (int i = 0; i < LONGEST_NUMBER; i++) {
      byte next = raw();
      require(i < LONGEST_NUMBER - 1 || (next & ~1) == 0, "a number over 64 bits");
      value |= (next & 0x7FL) << 7 * i;
      if (next >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new AvroRuntimeException("a number over 64 bits");
  }

  private long length() {
    long length = number();
    require(length >= 0 && length <= MOST_TEXT, "a length out of bounds");
    require(length <= bytes.length - at, "ends too early");
    return length;
  }

  @Override
  public void readNull() throws IOException {
    avro.readNull();
  }

  @Override
  public boolean readBoolean() throws IOException {
    byte value = raw();
    require(value == 0 || value == 1, "neither true nor false");
    return avro.readBoolean();
  }

  @Override
  public int readInt() throws IOException {
    long value = number();
    require(value == (int) value, "a number over 32 bits");
    return avro.readInt();
  }

  @Override
  public long readLong() throws IOException {
    number();
    return avro.readLong();
  }

  @Override
  public float readFloat() throws IOException {
    at += Float.BYTES;
    return avro.readFloat();
  }

  @Override
  public double readDouble() throws IOException {
    at += Double.BYTES;
    return avro.readDouble();
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    int length = (int) length();
    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
    at += length;
    return avro.readString(null);
  }

  @Override
  public String readString() throws IOException {
    return readString(null).toString();
  }

  @Override
  public void skipString() throws IOException {
    readString();
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    at += (int) length();
    return avro.readBytes(null);
  }

  @Override
  public void skipBytes() throws IOException {
    readBytes(null);
  }

  @Override
  public void readFixed(byte[] target, int start, int length) throws IOException {
    at += length;
    avro.readFixed(target, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    at += length;
    avro.skipFixed(length);
  }

  @Override
  public int readEnum() throws IOException {
    number();
    return avro.readEnum();
  }

  @Override
  public int readIndex() throws IOException {
    number();
    return avro.readIndex();
  }

  private void block() {
    long count = number();
    if (count < 0) {
      long size = number();
      require(size >= 0 && size <= bytes.length - at, "a block of a size that cannot be");
      count = -count;
    }
    require(count >= 0 && count <= MOST_ITEMS - items, "too many items");
    require(count <= bytes.length - at, "ends too early");
    items += (int) count;
  }

  @Override
  public long readArrayStart() throws IOException {
    block();
    return avro.readArrayStart();
  }

  @Override
  public long arrayNext() throws IOException {
    block();
    return avro.arrayNext();
  }

  @Override
  public long skipArray() throws IOException {
    throw new UnsupportedOperationException("no released schema has an array that newer ones drop");
  }

  @Override
  public long readMapStart() throws IOException {
    block();
    return avro.readMapStart();
  }

  @Override
  public long mapNext() throws IOException {
    block();
    return avro.mapNext();
  }

  @Override
  public long skipMap() throws IOException {
    throw new UnsupportedOperationException("no released schema has a map that newer ones drop");
  }
}
