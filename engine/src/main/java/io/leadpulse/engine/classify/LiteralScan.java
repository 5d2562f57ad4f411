package io.leadpulse.engine.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds which of many fixed texts stand somewhere in a value, in one pass over it, however many
 * there are: the automaton of Aho and Corasick (1975), with every transition worked out beforehand.
 *
 * <p>Characters that stand in no text are one class, so that a row of transitions is short. Very
 * large automata have no rows: there a character may take several looks into a table.
 */
public final class LiteralScan {
  private static final int ROOT = 0;
  private static final int ASCII = 128;

  /** Transitions worked out at most: 8 MB. */
  private static final int MOST_CELLS = 1 << 21;

  private final Trie trie;
  private final boolean hasRows;

  /** The class of each ASCII character; others are looked up. */
  private final int[] asciiClasses = new int[ASCII];

  /** The characters of all texts, ascending; the class of each is its place plus 1. */
  private final char[] alphabet;

  private final int classes;

  /** By state and class, the next state; with all bits turned if a text ends there. */
  private final int[] rows;

  /** Takes what to list for each text that is found; no text is empty. */
  public LiteralScan(Map<String, List<Integer>> listed) {
    this(listed, MOST_CELLS);
  }

  /**
   * @param mostCells transitions that may be worked out beforehand; 0 for the least memory
   */
  public LiteralScan(Map<String, List<Integer>> listed, int mostCells) {
    trie = new Trie(listed);
    alphabet = alphabet(listed.keySet());
    classes = alphabet.length + 1;
    for (char c = 0; c < ASCII; c++) {
      asciiClasses[c] = place(c);
    }
    hasRows = (long) trie.states() * classes <= mostCells;
    rows = hasRows ? rows() : new int[0];
  }

  private static char[] alphabet(Set<String> texts) {
    TreeSet<Character> characters = new TreeSet<>();
    texts.forEach(text -> text.chars().forEach(c -> characters.add((char) c)));
    char[] alphabet = new char[characters.size()];
    int i = 0;
    for (char c : characters) {
      alphabet[i++] = c;
    }
    return alphabet;
  }

  private int[] rows() {
    int[] built = new int[trie.states() * classes];
    for (int state = 0; state < trie.states(); state++) {
      for (int i = 0; i < alphabet.length; i++) {
        int next = trie.step(state, alphabet[i]);
        built[state * classes + i + 1] = trie.ending(next) == ROOT ? next : ~next;
      }
    }
    return built;
  }

  /**
   * Offers what is listed for every text that stands in a value; the same may come twice.
   *
   * @param end how much of the value counts
   * @param closing read on as if a slash followed
   */
  public void scan(String value, int end, boolean closing, Sink sink) {
    int state = ROOT;
    for (int i = 0; i < end; i++) {
      state = step(state, value.charAt(i), sink);
    }
    if (closing) {
      step(state, '/', sink);
    }
  }

  private int step(int state, char c, Sink sink) {
    if (!hasRows) {
      int next = trie.step(state, c);
      trie.offer(next, sink);
      return next;
    }
    int next = rows[state * classes + classOf(c)];
    if (next < 0) {
      next = ~next;
      trie.offer(next, sink);
    }
    return next;
  }

  private int classOf(char c) {
    return c < ASCII ? asciiClasses[c] : place(c);
  }

  private int place(char c) {
    return Math.max(0, Arrays.binarySearch(alphabet, c) + 1);
  }

  /** Takes candidates. */
  @FunctionalInterface
  public interface Sink {
    void offer(int item);
  }
}
