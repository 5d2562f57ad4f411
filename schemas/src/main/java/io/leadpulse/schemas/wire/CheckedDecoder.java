package io.leadpulse.schemas.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary encoding, read from an array by one who trusts no byte of it. Nothing is allocated
 * for a length before it was checked; nothing of one record outlives {@link #reset}.
 */
final class CheckedDecoder extends Decoder {
  private static final int NO_BYTE = -1;

  /** The length 63 as it is written; what has other bits is longer, or below 0. */
  private static final int LAST_SHORT_LENGTH = 0x7E;

  private final Limits limits;
  private byte[] bytes = new byte[0];
  private int position;
  private int itemsLeft;

  CheckedDecoder(Limits limits) {
    this.limits = limits;
  }

  /** Forgets all and begins anew at an offset of an array, which must not change meanwhile. */
  void reset(byte[] array, int offset) {
    bytes = array;
    position = offset;
    itemsLeft = limits.items();
  }

  /** Bytes that were not read yet. */
  int remaining() {
    return bytes.length - position;
  }

  int position() {
    return position;
  }

  /** What is read; not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    byte value = next();
    if ((value & ~1) != 0) {
      throw refused(Cause.UNREADABLE, "a boolean is neither 0 nor 1");
    }
    return value == 1;
  }

  @Override
  public int readInt() throws IOException {
    long value = readLong();
    if (value != (int) value) {
      throw refused(Cause.UNREADABLE, "a number is over 32 bits");
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    byte first = next();
    return first >= 0 ? unzigzag(first) : unzigzag(readRest(first & 0x7F));
  }

  /** The bytes of a number after its first; the tenth has room for one bit only. */
  private long readRest(long value) throws IOException {
    for (int shift = 7; shift < 63; shift += 7) {
      byte next = next();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    byte last = next();
    if ((last & ~1) != 0) {
      throw refused(Cause.UNREADABLE, "a number is over 64 bits");
    }
    return value | (long) last << 63;
  }

  private static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }

  @Override
  public float readFloat() throws IOException {
    return ByteBuffer.wrap(bytes, take(Float.BYTES), Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .getFloat();
  }

  @Override
  public double readDouble() throws IOException {
    return ByteBuffer.wrap(bytes, take(Double.BYTES), Double.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .getDouble();
  }

  @Override
  public String readString() throws IOException {
    int length = passText();
    return new String(bytes, position - length, length, StandardCharsets.UTF_8);
  }

  /**
   * Passes over a text that is well formed and returns how many bytes it has; they end where
   * reading goes on.
   */
  int passText() throws IOException {
    int first = position < bytes.length ? bytes[position] : NO_BYTE;
    int length = first >> 1;
    int end = position + 1 + length;
    // Nearly all texts say their length in one byte; whatever is odd goes the long way.
    boolean usual = (first & ~LAST_SHORT_LENGTH) == 0 && end <= bytes.length;
    if (usual && length <= limits.text() && Utf8Check.isUtf8(bytes, position + 1, end)) {
      position = end;
      return length;
    }
    return passAnyText();
  }

  private int passAnyText() throws IOException {
    int length = readLength(limits.text(), "a text");
    int start = take(length);
    if (!Utf8Check.isUtf8(bytes, start, position)) {
      throw refused(Cause.UNREADABLE, "a text is not UTF-8");
    }
    return length;
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public void skipString() throws IOException {
    passText();
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
    int length = readLength(limits.bytes(), "a byte string");
    int start = take(length);
    return ByteBuffer.wrap(Arrays.copyOfRange(bytes, start, start + length));
  }

  @Override
  public void skipBytes() throws IOException {
    take(readLength(limits.bytes(), "a byte string"));
  }

  @Override
  public void readFixed(byte[] target, int start, int length) throws IOException {
    System.arraycopy(bytes, take(length), target, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    take(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  /** The position of an enum's symbol or a union's branch, of which there are so many. */
  int readIndexBelow(int size) throws IOException {
    int index = readInt();
    if (index < 0 || index >= size) {
      throw refused(Cause.UNREADABLE, "choice " + index + " of " + size);
    }
    return index;
  }

  @Override
  public long readArrayStart() throws IOException {
    return readBlock();
  }

  @Override
  public long arrayNext() throws IOException {
    return readBlock();
  }

  @Override
  public long skipArray() throws IOException {
    return readBlock();
  }

  @Override
  public long readMapStart() throws IOException {
    return readBlock();
  }

  @Override
  public long mapNext() throws IOException {
    return readBlock();
  }

  @Override
  public long skipMap() throws IOException {
    return readBlock();
  }

  /** Items of the next block; 0 ends the collection. A negative count is followed by a size. */
  private long readBlock() throws IOException {
    long count = readLong();
    if (count < 0) {
      count = -count;
      long size = readLong();
      if (size < 0) {
        throw refused(Cause.UNREADABLE, "a block has a size below 0");
      }
      requireAvailable(size);
    }
    // The least number is its own negative: still below 0 here.
    if (count < 0 || count > itemsLeft) {
      throw refused(Cause.TOO_LARGE, "more than " + limits.items() + " items");
    }
    // No item takes less than a byte, so this bounds what a caller allocates for them.
    requireAvailable(count);
    itemsLeft -= (int) count;
    return count;
  }

  private int readLength(int cap, String what) throws IOException {
    long length = readLong();
    if (length < 0) {
      throw refused(Cause.UNREADABLE, what + " has a length below 0");
    }
    if (length > cap) {
      throw refused(Cause.TOO_LARGE, what + " of " + length + " bytes; at most " + cap);
    }
    return (int) length;
  }

  private byte next() throws Refusal {
    requireAvailable(1);
    return bytes[position++];
  }

  /** Passes over some bytes and returns where they begin. */
  private int take(int length) throws Refusal {
    requireAvailable(length);
    int start = position;
    position += length;
    return start;
  }

  private void requireAvailable(long length) throws Refusal {
    if (length > remaining()) {
      throw refused(Cause.TRUNCATED, "needs " + length + " bytes, " + remaining() + " left");
    }
  }

  private Refusal refused(Cause cause, String what) {
    return new Refusal(cause, what + ", at byte " + position);
  }
}
