package io.leadpulse.engine.identity;

import java.util.Locale;

/**
 * Why an engagement that names no lead, or a link, is given up. Written by name into state and
 * metrics, so a name never changes.
 */
public enum DropReason {
  /** Its visitor, or the lead of a link, is one of the {@link JunkIds}. */
  JUNK_ID,
  /** Its visitor is several people. */
  SHARED_VISITOR,
  /** It happened too long before the first link of its visitor. */
  TOO_OLD,
  /** Too many later ones of its visitor wait. */
  TOO_MANY,
  /** Its visitor stayed away and nobody came to know who it was. */
  GONE_SILENT;

  private final String term = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in metrics, such as {@code shared-visitor}. */
  public String term() {
    return term;
  }
}
