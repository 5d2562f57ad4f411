package io.leadpulse.intake.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a source that are not blank. A line ends at LF or CR LF, or with the source; its end
 * is no part of it.
 */
public final class LineReader {
  /** Most bytes of a line that are held; a longer one is no line of any log. */
  public static final int LINE_LIMIT = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[LINE_LIMIT];
  private int position;
  private int end;
  private long line;

  public LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * Puts the next line into a chunk.
   *
   * @return false if there is none
   */
  public boolean next(Chunk chunk) throws IOException {
    while (hasMore()) {
      readLine(chunk);
      if (!chunk.isBlank()) {
        return true;
      }
    }
    return false;
  }

  private void readLine(Chunk chunk) throws IOException {
    chunk.start(++line);
    boolean ended = false;
    while (!ended && hasMore()) {
      int start = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      chunk.append(buffer, start, position);
      ended = position < end;
    }
    if (ended) {
      position++;
    }
    chunk.dropCarriageReturn();
  }

  private boolean hasMore() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return position < end;
  }
}
