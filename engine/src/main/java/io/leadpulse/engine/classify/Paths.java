package io.leadpulse.engine.classify;

/** How web paths compare: one slash at the end makes no difference. */
final class Paths {
  private Paths() {}

  /** The length of a path without a slash at its end; the root keeps its own. */
  static int end(String path) {
    int length = path.length();
    return length > 1 && path.charAt(length - 1) == '/' ? length - 1 : length;
  }
}
