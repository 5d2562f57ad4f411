package io.leadpulse.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The values of a source that holds one JSON object, an array of them, or one after the other, in
 * lines or not: whatever stands between values separates them, and the items of an array are values
 * of their own. Cuts only; whether a piece is JSON its reader finds out.
 *
 * <p>A value that breaks off costs itself, not the rest of the source: it ends where a line begins
 * with an object that cannot belong to it.
 */
public final class JsonValues {
  /** Most bytes of a value that are held; a service posts less than 1 MiB at once. */
  public static final int VALUE_LIMIT = 4 * 1024 * 1024;

  private static final int BUFFER_SIZE = 64 * 1024;
  private static final int END = -1;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_SIZE];
  private final JsonNesting nesting = new JsonNesting();
  private int position;
  private int end;
  private long line = 1;
  private boolean begun;

  public JsonValues(InputStream in) {
    this.in = in;
  }

  /**
   * Puts the next value into a chunk.
   *
   * @return false if there is none
   */
  public boolean next(Chunk chunk) throws IOException {
    for (int c = peek(); c != END; c = peek()) {
      if (isBetweenValues(c)) {
        take();
      } else {
        chunk.start(line);
        if (c == '{') {
          readObject(chunk);
        } else {
          readRestOfLine(chunk);
        }
        return true;
      }
    }
    return false;
  }

  private static boolean isBetweenValues(int c) {
    return switch (c) {
      case ' ', '\t', '\r', '\n', ',', '[', ']' -> true;
      default -> false;
    };
  }

  private void readObject(Chunk chunk) throws IOException {
    nesting.start();
    do {
      byte c = take();
      chunk.append(c);
      nesting.accept(c);
    } while (nesting.isOpen() && peek() != END && !nesting.isBrokenOffBefore(peek()));
  }

  /** What is no object: a bare text or number, or no JSON at all. */
  private void readRestOfLine(Chunk chunk) throws IOException {
    while (peek() != END && peek() != '\n') {
      chunk.append(take());
    }
    chunk.dropCarriageReturn();
  }

  private byte take() {
    byte c = buffer[position++];
    if (c == '\n') {
      line++;
    }
    return c;
  }

  /** The next byte, unsigned; -1 at the end. */
  private int peek() throws IOException {
    if (position == end && !fill()) {
      return END;
    }
    return buffer[position] & 0xFF;
  }

  private boolean fill() throws IOException {
    position = 0;
    if (begun) {
      end = Math.max(0, in.read(buffer));
    } else {
      begun = true;
      end = in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
      if (Arrays.equals(buffer, 0, end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
        end = Math.max(0, in.read(buffer));
      }
    }
    return end > 0;
  }
}
