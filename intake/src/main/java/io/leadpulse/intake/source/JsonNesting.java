package io.leadpulse.intake.source;

import java.util.BitSet;

/** How deep in an object a reader is, byte by byte; as much of JSON's grammar as tells its end. */
final class JsonNesting {
  /** What is nested deeper is taken for an array; no reader would read it. */
  private static final int TRACKED_DEPTH = 1024;

  private final BitSet arrays = new BitSet(TRACKED_DEPTH);
  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean atLineStart;
  private boolean broken;

  /** The last byte outside of texts that is no space. */
  private byte last;

  void start() {
    depth = 0;
    inText = false;
    escaped = false;
    atLineStart = false;
    broken = false;
  }

  void accept(byte c) {
    if (inText) {
      acceptInText(c);
    } else if (c == '\n') {
      atLineStart = true;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      acceptToken(c);
    }
  }

  /** A line end within a text is forbidden: the text was cut off. */
  private void acceptInText(byte c) {
    broken |= c == '\n';
    inText = escaped || c != '"';
    escaped = !escaped && c == '\\';
  }

  private void acceptToken(byte c) {
    switch (c) {
      case '"' -> inText = true;
      case '{', '[' -> enter(c == '[');
      case '}', ']' -> depth--;
      default -> {}
    }
    last = c;
    atLineStart = false;
  }

  private void enter(boolean array) {
    depth++;
    if (depth < TRACKED_DEPTH) {
      arrays.set(depth, array);
    }
  }

  /** Whether the object goes on. */
  boolean isOpen() {
    return depth > 0 && !broken;
  }

  /** Whether the next byte begins a value where none may stand, on a line of its own. */
  boolean isBrokenOffBefore(int next) {
    return atLineStart && (next == '{' || next == '[') && !mayValueFollow();
  }

  private boolean mayValueFollow() {
    boolean inArray = depth >= TRACKED_DEPTH || arrays.get(depth);
    return last == ':' || inArray && (last == '[' || last == ',');
  }
}
