package io.leadpulse.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.intake.row.Fault;
import io.leadpulse.intake.row.Row;
import io.leadpulse.intake.row.Row.Rejected;
import io.leadpulse.schemas.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
  private final List<Row> rows = new ArrayList<>();
  private final List<String> read = new ArrayList<>();

  @Test
  void unwrapsAnObjectAnArrayOrATextOfEither() throws IOException {
    read(
        """
        {"test":"t","var":"v","payload":{"a":1}}
        {"var":"v","payload":[{"a":2},{"a":3}]}
        {"test":"t","payload":"{\\"a\\":4}"}
        {"test":"t","payload":"[{\\"a\\":5},{\\"a\\":6}]"}
        """);
    assertThat(read).containsExactly("1:1", "2:2", "2:3", "3:4", "4:5", "4:6");
    assertThat(rows).isEmpty();
  }

  @Test
  void leavesAPayloadOfTheServicesOwnAlone() throws IOException {
    read("{\"a\":1,\"payload\":{\"a\":2}}");
    assertThat(read).containsExactly("1:1");
  }

  @Test
  void refusesWhatIsNoJsonAndGoesOn() throws IOException {
    read("{\"a\":1,}\n{\"a\":\n nonsense\n{\"a\":2}\n{\"a\":\"\\x\"}\n");
    assertThat(read).containsExactly("4:2");
    assertThat(reasons()).containsExactly("not JSON", "not JSON", "not JSON");
  }

  @Test
  void refusesBytesThatAreNoUtf8AndKeepsThem() throws IOException {
    byte[] bytes = "{\"a\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
    bytes[6] = (byte) 0xFF;
    new JsonRows(outlet(), (object, chunk) -> read.add(""))
        .readAll(new ByteArrayInputStream(bytes));
    assertThat(rows)
        .singleElement()
        .isInstanceOfSatisfying(Rejected.class, row -> assertThat(row.head()).isEqualTo(bytes));
  }

  @Test
  void refusesItemsThatAreNoObjects() throws IOException {
    read("{\"test\":\"t\",\"payload\":[1,{\"a\":2}]}\n\"text\"\n{\"var\":\"\",\"payload\":null}");
    assertThat(read).containsExactly("1:2");
    assertThat(reasons()).containsExactly("no JSON object", "no JSON object", "no JSON object");
  }

  @Test
  void refusesAnObjectThatIsNestedTooDeepToRead() throws IOException {
    read("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}{\"a\":2}");
    assertThat(read).containsExactly("1:2");
    assertThat(reasons()).containsExactly("not JSON");
  }

  @Test
  void refusesAnObjectThatIsTooLong() throws IOException {
    read("{\"a\":\"" + "x".repeat(JsonValues.VALUE_LIMIT) + "\"}\n{\"a\":2}");
    assertThat(read).containsExactly("2:2");
    assertThat(rows)
        .singleElement()
        .isInstanceOfSatisfying(
            Rejected.class,
            row -> {
              assertThat(row.reason()).isEqualTo("longer than 4194304 bytes");
              assertThat(row.head()).hasSize(Rejected.HEAD_LIMIT);
              assertThat(row.truncated()).isTrue();
              assertThat(row.size()).isEqualTo(JsonValues.VALUE_LIMIT + 8);
            });
  }

  @Test
  void passesOnWhyAReaderRefuses() throws IOException {
    new JsonRows(
            outlet(),
            (object, chunk) -> {
              throw Refused.noEngagement("this");
            })
        .readAll(in("{}"));
    assertThat(rows)
        .singleElement()
        .isInstanceOfSatisfying(
            Rejected.class,
            row -> {
              assertThat(row.fault()).isEqualTo(Fault.NO_ENGAGEMENT);
              assertThat(row.reason()).isEqualTo("this is no engagement");
            });
  }

  private void read(String text) throws IOException {
    new JsonRows(outlet(), (object, chunk) -> read.add(chunk.line() + ":" + object.path("a")))
        .readAll(in(text));
  }

  private List<String> reasons() {
    return rows.stream().map(row -> ((Rejected) row).reason()).toList();
  }

  private Outlet<?> outlet() {
    return new Outlet<>(Topics.EMAIL_ENGAGEMENT, rows::add);
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
