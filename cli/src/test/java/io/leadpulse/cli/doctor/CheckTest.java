package io.leadpulse.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
  /** Renews the table: copy what the failure shows. */
  @Test
  void theDocumentationHasEveryCheckWithItsMeaningAndFix() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/operations.md")).stream()
            .dropWhile(line -> !line.startsWith("| id |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("| "))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Check.values()).map(CheckTest::row).toList());
  }

  @Test
  void everyCheckHasAnIdOfItsOwn() {
    assertThat(Arrays.stream(Check.values()).map(Check::id))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("[a-z]+(-[a-z]+)*"));
  }

  private static String row(Check check) {
    return "| `%s` | %s | %s |".formatted(check.id(), check.meaning(), check.fix());
  }
}
