package io.leadpulse.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void endsLinesAtLineFeedsWithOrWithoutCarriageReturn() throws IOException {
    assertThat(lines("one\ntwo\r\nthree")).containsExactly("1:one", "2:two", "3:three");
  }

  @Test
  void countsBlankLinesButDoesNotGiveThem() throws IOException {
    assertThat(lines("\none\n \t\r\n\ntwo\n\n")).containsExactly("2:one", "5:two");
  }

  @Test
  void keepsBytesThatAreNoText() throws IOException {
    Chunk chunk = new Chunk(100);
    byte[] bytes = {(byte) 0xFF, 0, (byte) 0xC3};
    assertThat(new LineReader(new ByteArrayInputStream(bytes)).next(chunk)).isTrue();
    assertThat(chunk.head()).isEqualTo(bytes);
  }

  @Test
  void holdsTheHeadOfALongLineAndTheSizeAndHashOfAllOfIt() throws Exception {
    String line = "0123456789".repeat(30_000);
    LineReader reader = new LineReader(new ByteArrayInputStream(ascii(line + "\nnext\n")));
    Chunk chunk = new Chunk(25);
    assertThat(reader.next(chunk)).isTrue();
    assertThat(chunk.isCut()).isTrue();
    assertThat(chunk.head()).isEqualTo(ascii(line.substring(0, 25)));
    assertThat(chunk.size()).isEqualTo(300_000);
    assertThat(chunk.digest()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(ascii(line)));
    assertThat(reader.next(chunk)).isTrue();
    assertThat(chunk.isCut()).isFalse();
    assertThat(chunk.digest())
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(ascii("next")));
  }

  @Test
  void aLineWithoutEndNeedsNoMemory() throws IOException {
    long size = 3L * Integer.MAX_VALUE / 20;
    Chunk chunk = new Chunk(LineReader.LINE_LIMIT);
    assertThat(new LineReader(new Endless(size)).next(chunk)).isTrue();
    assertThat(chunk.size()).isEqualTo(size);
    assertThat(chunk.bytes()).hasSize(LineReader.LINE_LIMIT);
  }

  private static List<String> lines(String text) throws IOException {
    LineReader reader = new LineReader(new ByteArrayInputStream(ascii(text)));
    Chunk chunk = new Chunk(100);
    List<String> lines = new ArrayList<>();
    while (reader.next(chunk)) {
      lines.add(chunk.line() + ":" + new String(chunk.head(), StandardCharsets.US_ASCII));
    }
    return lines;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** So many bytes without any line end. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int given = (int) Math.min(left, length);
      java.util.Arrays.fill(target, offset, offset + given, (byte) 'x');
      left -= given;
      return given == 0 ? -1 : given;
    }
  }
}
