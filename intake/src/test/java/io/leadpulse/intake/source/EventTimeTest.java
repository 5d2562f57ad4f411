package io.leadpulse.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  private static final long INSTANT = 1_600_000_000_123L; // 2020-09-13T12:26:40.123Z

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1600000000.1235",
        "1600000000123",
        "1600000000123456",
        "\"1600000000.1235\"",
        "\"1600000000123\"",
        "\"2020-09-13T12:26:40.123Z\"",
        "\"2020-09-13T12:26:40.1234567+00:00\"",
        "\"2020-09-13T21:26:40.123+09:00\""
      })
  void readsEveryFormThatServicesUse(String json) throws Exception {
    assertThat(EventTime.required(object(json), "t")).isEqualTo(INSTANT);
  }

  @Test
  void readsWholeSeconds() throws Exception {
    assertThat(EventTime.required(object("1600000000"), "t")).isEqualTo(1_600_000_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1e300",
        "1e400",
        "null",
        "true",
        "\"\"",
        "\"NaN\"",
        "\"yesterday\"",
        "[]",
        "\"2020-09-13T12:26:40\"",
        "\"2020-13-13T12:26:40Z\""
      })
  void refusesWhatIsNoPointInTime(String json) {
    assertThatThrownBy(() -> EventTime.required(object(json), "t"))
        .isInstanceOf(Refused.class)
        .hasMessage("t: no time with an offset from UTC");
  }

  @Test
  void takesAnotherWhereItIsMissing() throws Exception {
    assertThat(EventTime.optional(object("null"), "t", 7)).isEqualTo(7);
    assertThat(EventTime.optional(object("1600000000"), "other", 7)).isEqualTo(7);
    assertThatThrownBy(() -> EventTime.required(object("1"), "other")).hasMessage("other: missing");
  }

  private static JsonNode object(String json) throws IOException {
    return new ObjectMapper().readTree("{\"t\":" + json + "}");
  }
}
