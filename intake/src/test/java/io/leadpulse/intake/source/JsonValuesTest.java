package io.leadpulse.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonValuesTest {
  @Test
  void givesOneObjectOverManyLinesAsItStands() throws IOException {
    String object =
        "{\n  \"a\": [\n    {\n      \"b\": {}\n    },\n    {\n    }\n  ],\n  \"c\":\n  {}\n}";
    assertThat(values("\n" + object + "\n")).containsExactly("2:" + object);
  }

  @Test
  void givesTheItemsOfAnArray() throws IOException {
    assertThat(values("[{\"a\":1},\n {\"b\":2}]")).containsExactly("1:{\"a\":1}", "2:{\"b\":2}");
    assertThat(values("[]\n")).isEmpty();
  }

  @Test
  void givesLinesOfObjectsAndOfArrays() throws IOException {
    assertThat(values("{\"a\":1}\r\n\r\n[{\"b\":2},{\"c\":3}]\n{\"d\":4}{\"e\":5}"))
        .containsExactly("1:{\"a\":1}", "3:{\"b\":2}", "3:{\"c\":3}", "4:{\"d\":4}", "4:{\"e\":5}");
  }

  @Test
  void isNotMisledByTexts() throws IOException {
    String object = "{\"a\":\"}\\\"]{[\\\\\"}";
    assertThat(values(object + "\n" + object)).containsExactly("1:" + object, "2:" + object);
  }

  @Test
  void anObjectThatBreaksOffCostsOnlyItself() throws IOException {
    assertThat(values("{\"a\":1\n{\"b\":2}\n")).containsExactly("1:{\"a\":1\n", "2:{\"b\":2}");
    assertThat(values("{\"a\":{\"x\":[1]\n [{\"b\":2}]\n"))
        .containsExactly("1:{\"a\":{\"x\":[1]\n ", "2:{\"b\":2}");
    assertThat(values("{\"a\":1,\n{\"b\":2}\n")).containsExactly("1:{\"a\":1,\n", "2:{\"b\":2}");
  }

  @Test
  void aTextThatBreaksOffEndsWithItsLine() throws IOException {
    assertThat(values("{\"a\":\"x\n{\"b\":2}\n")).containsExactly("1:{\"a\":\"x\n", "2:{\"b\":2}");
  }

  @Test
  void givesWhatIsNoObjectLineByLine() throws IOException {
    assertThat(values("hello, world\r\n{\"a\":1}\n42"))
        .containsExactly("1:hello, world", "2:{\"a\":1}", "3:42");
  }

  @Test
  void passesOverAByteOrderMark() throws IOException {
    assertThat(values("\uFEFF{\"a\":1}")).containsExactly("1:{\"a\":1}");
  }

  @Test
  void findsTheEndOfWhatIsTooLongToHold() throws IOException {
    JsonValues values = new JsonValues(in("{\"a\":\"" + "x".repeat(200_000) + "\"}{\"b\":2}"));
    Chunk chunk = new Chunk(10);
    assertThat(values.next(chunk)).isTrue();
    assertThat(chunk.isCut()).isTrue();
    assertThat(chunk.size()).isEqualTo(200_008);
    assertThat(values.next(chunk)).isTrue();
    assertThat(chunk.head()).asString().isEqualTo("{\"b\":2}");
  }

  @Test
  void survivesNestingOfAnyDepth() throws IOException {
    String deep = "{\"a\":" + "[".repeat(100_000) + "\n{}" + "]".repeat(100_000) + "}";
    assertThat(values(deep + "{}")).hasSize(2);
  }

  private static List<String> values(String text) throws IOException {
    JsonValues values = new JsonValues(in(text));
    Chunk chunk = new Chunk(1_000_000);
    List<String> all = new ArrayList<>();
    while (values.next(chunk)) {
      all.add(chunk.line() + ":" + new String(chunk.head(), StandardCharsets.UTF_8));
    }
    return all;
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
