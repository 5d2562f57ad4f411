package io.leadpulse.intake.weblog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadpulse.intake.source.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);

  @Test
  void readsWhatTheJdkWrites() throws Refused {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 10_000; i++) {
      Instant instant = Instant.ofEpochSecond(random.nextLong(86_400, 100_000_000_000L));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60) * 60);
      OffsetDateTime time = instant.atOffset(offset);
      String text = FORMAT.format(time);
      assertThat(millis(text)).as(text).isEqualTo(instant.toEpochMilli());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "29/Feb/2024:23:59:60 +0000, 2024-03-01T00:00:00Z",
    "31/Dec/1999:23:59:59 -0130, 2000-01-01T01:29:59Z"
  })
  void knowsLeapDaysAndLeapSeconds(String text, Instant instant) throws Refused {
    assertThat(millis(text)).isEqualTo(instant.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "29/Feb/2023:00:00:00 +0000",
        "00/Jan/2023:00:00:00 +0000",
        "32/Jan/2023:00:00:00 +0000",
        "01/jan/2023:00:00:00 +0000",
        "01/Jan/2023:24:00:00 +0000",
        "01/Jan/2023:00:60:00 +0000",
        "01/Jan/2023:00:00:61 +0000",
        "01/Jan/2023:00:00:00 +1900",
        "01/Jan/2023:00:00:00 +0060",
        "01/Jan/2023:00:00:00  0000",
        "01/Jan/2023 00:00:00 +0000",
        "01/Jan/1969:00:00:00 +0000",
        "1/Jan/2023:00:00:00 +0000",
        "01/Jan/2023:00:00:00 +000"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> millis(text))
        .isInstanceOf(Refused.class)
        .hasMessage("time: not as dd/Mon/yyyy:HH:mm:ss +hhmm");
  }

  private static long millis(String text) throws Refused {
    byte[] bytes = ("[" + text + "]").getBytes(StandardCharsets.US_ASCII);
    Field field = new Field("time");
    field.set(bytes, 1, bytes.length - 1);
    return LogTime.millis(field);
  }
}
