package io.leadpulse.cli.read;

import java.util.Locale;
import java.util.ResourceBundle;

/** The commands' own words in one language, from {@code words*.properties}. */
final class Words {
  static final String BUNDLE = "io.leadpulse.cli.read.words";

  private final Language language;
  private final ResourceBundle bundle;

  Words(Language language) {
    this.language = language;
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  Language language() {
    return language;
  }

  /**
   * The words under a key, with these values in them.
   *
   * @throws java.util.MissingResourceException if there is no such key
   */
  String say(String key, Object... values) {
    return bundle.getString(key).formatted(values);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** A column's heading. */
  String heading(String column) {
    return say("column." + column).toUpperCase(Locale.ROOT);
  }
}
