package io.leadpulse.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  record Summary(long deadLetters, String titleText) {}

  @Test
  void isOneLineOfSnakeCase() {
    StringWriter out = new StringWriter();
    JsonLine.print(new PrintWriter(out), new Summary(2, "料金\nページ"));
    assertThat(out.toString())
        .isEqualToNormalizingNewlines("{\"dead_letters\":2,\"title_text\":\"料金\\nページ\"}\n");
  }
}
