package io.leadpulse.cli.read;

import io.leadpulse.engine.model.Text;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What labels, reasons and headings are written in; named as on the command line. */
enum Language {
  en(Locale.ROOT),
  ja(Locale.JAPANESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The language of a POSIX environment; English unless it is Japanese. */
  static Language of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.startsWith("ja"))
        .map(value -> ja)
        .orElse(en);
  }

  Locale locale() {
    return locale;
  }

  /** The text in this language, in the other one where it is empty. */
  String of(Text text) {
    return of(text.en(), text.ja());
  }

  String of(String english, String japanese) {
    boolean takeJapanese = english.isEmpty() || (this == ja && !japanese.isEmpty());
    return takeJapanese ? japanese : english;
  }
}
