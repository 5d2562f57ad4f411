package io.leadpulse.intake.weblog;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.IntakeFormat;
import io.leadpulse.intake.Reading;
import io.leadpulse.schemas.WebAccess;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A failing case names its seed; it alone repeats the case. */
class CombinedLogPropertyTest {
  private static final int CASES = 10_000;
  private static final String LETTERS = "azAZ09-_.~ \"\\[]{}();,=@%+é料🙂\t";

  @Test
  void whatAServerWritesIsReadBack() {
    for (long seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String path = "/" + text(random, 30).replaceAll("[?#@%]", "");
      String agent = "A" + text(random, 60);
      int status = random.nextInt(100, 600);
      String line = line(path, agent, status);
      WebAccess access = Reading.of(IntakeFormat.COMBINED_LOG).text(line).event(WebAccess.class);
      assertThat(access.getPath()).as("seed %s: %s", seed, line).isEqualTo(path);
      assertThat(access.getUserAgent()).as("seed %s: %s", seed, line).isEqualTo(agent);
      assertThat(access.getStatus()).as("seed %s: %s", seed, line).isEqualTo(status);
    }
  }

  @Test
  void aLineIsOneRowWhateverBytesAreInIt() {
    for (long seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] line =
          line("/" + text(random, 20), text(random, 20), 200).getBytes(StandardCharsets.UTF_8);
      mutate(line, random);
      Reading reading = Reading.of(IntakeFormat.COMBINED_LOG).bytes("mutated", line).finish();
      assertThat(reading.rows()).as("seed %s", seed).hasSize(1);
    }
  }

  @Test
  void bytesOfNoSenseAreRefusedLineByLine() {
    for (long seed = 0; seed < CASES / 10; seed++) {
      byte[] noise = new byte[500];
      new java.util.Random(seed).nextBytes(noise);
      Reading reading = Reading.of(IntakeFormat.COMBINED_LOG).bytes("noise", noise).finish();
      assertThat(reading.rejected()).as("seed %s", seed).hasSameSizeAs(reading.rows()).isNotEmpty();
    }
  }

  /** As Apache and nginx write it. */
  private static String line(String path, String agent, int status) {
    return "192.0.2.1 - - [03/Feb/2024:18:04:05 +0900] \"GET %s HTTP/1.1\" %d 7 \"-\" \"%s\""
        .formatted(escaped(path), status, escaped(agent));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
  }

  private static String text(SplittableRandom random, int longest) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(longest + 1); left > 0; left--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private static void mutate(byte[] line, SplittableRandom random) {
    for (int left = random.nextInt(1, 6); left > 0; left--) {
      byte value = (byte) random.nextInt(256);
      // A line end would make two rows of it, a blank line none.
      line[random.nextInt(line.length)] = value == '\n' ? (byte) '"' : value;
    }
  }
}
