package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/leadpulse/cli/read");

  @Test
  void takeTheSameValuesInEveryLanguage() throws IOException {
    Properties english = words("words.properties");
    Properties japanese = words("words_ja.properties");
    assertThat(japanese.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(values(japanese, key)).as(key).isEqualTo(values(english, key));
    }
  }

  @Test
  void areInTheLanguageOfTheEnvironment() {
    assertThat(Language.of(Map.of("LANG", "ja_JP.UTF-8"))).isEqualTo(Language.ja);
    assertThat(Language.of(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C"))).isEqualTo(Language.en);
    assertThat(Language.of(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Language.en);
    assertThat(Language.of(Map.of())).isEqualTo(Language.en);
  }

  private static int values(Properties words, String key) {
    return words.getProperty(key).split("%s", -1).length;
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      words.load(reader);
    }
    return words;
  }
}
