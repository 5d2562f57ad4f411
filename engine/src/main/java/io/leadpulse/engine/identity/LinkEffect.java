package io.leadpulse.engine.identity;

/** What a link does to its visitor. */
public enum LinkEffect {
  /** It tells something new. */
  CHANGED,
  /** It tells what was known. */
  NONE,
  /** It makes the visitor a shared one, who is nobody from now on. */
  SHARES,
  /** The visitor is a shared one already. */
  IGNORED
}
