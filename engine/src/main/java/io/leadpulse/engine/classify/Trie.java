package io.leadpulse.engine.classify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Many fixed texts as a tree of their characters, each place with the place to go on from where no
 * text goes on. Transitions lie in one open-addressed table from (state, character) to state.
 */
final class Trie {
  private static final int ROOT = 0;
  private static final int ABSENT = -1;

  private final long[] keys;
  private final int[] targets;
  private final int mask;
  private final int states;

  /** The state of the longest proper suffix that is a prefix of some text. */
  private final int[] fallback;

  /**
   * The nearest state on the chain of fallbacks, itself included, at which a text ends; or root.
   */
  private final int[] ending;

  /** What is listed for the text that ends at a state. */
  private final int[][] postings;

  /** Takes what to list for each text that is found; no text is empty. */
  Trie(Map<String, List<Integer>> listed) {
    int most = 1 + listed.keySet().stream().mapToInt(String::length).sum();
    int capacity = Integer.highestOneBit(Math.max(4, 2 * most)) << 1;
    keys = new long[capacity];
    Arrays.fill(keys, ABSENT);
    targets = new int[capacity];
    mask = capacity - 1;
    fallback = new int[most];
    ending = new int[most];
    postings = new int[most][];
    List<List<Character>> edges = new ArrayList<>();
    edges.add(new ArrayList<>());
    listed.forEach((text, list) -> insert(text, list, edges));
    states = edges.size();
    link(edges);
  }

  private void insert(String text, List<Integer> list, List<List<Character>> edges) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      int next = next(state, text.charAt(i));
      if (next == ABSENT) {
        next = edges.size();
        edges.add(new ArrayList<>());
        edges.get(state).add(text.charAt(i));
        put(state, text.charAt(i), next);
      }
      state = next;
    }
    postings[state] = list.stream().mapToInt(Integer::intValue).toArray();
    ending[state] = state;
  }

  /** Sets the fallbacks, shortest prefixes first. */
  private void link(List<List<Character>> edges) {
    Deque<Integer> queue = new ArrayDeque<>(List.of(ROOT));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (char c : edges.get(state)) {
        int child = next(state, c);
        fallback[child] = state == ROOT ? ROOT : step(fallback[state], c);
        if (ending[child] != child) {
          ending[child] = ending[fallback[child]];
        }
        queue.add(child);
      }
    }
  }

  int states() {
    return states;
  }

  /** The nearest state at which a text ends that ends here too; the root if none does. */
  int ending(int state) {
    return ending[state];
  }

  /** Offers what is listed for all texts that end at a state. */
  void offer(int state, LiteralScan.Sink sink) {
    for (int end = ending[state]; end != ROOT; end = ending[fallback[end]]) {
      for (int item : postings[end]) {
        sink.offer(item);
      }
    }
  }

  int step(int from, char c) {
    int state = from;
    int next = next(state, c);
    while (next == ABSENT && state != ROOT) {
      state = fallback[state];
      next = next(state, c);
    }
    return next == ABSENT ? ROOT : next;
  }

  private int next(int state, char c) {
    long key = key(state, c);
    int slot = slot(key);
    while (keys[slot] != key) {
      if (keys[slot] == ABSENT) {
        return ABSENT;
      }
      slot = (slot + 1) & mask;
    }
    return targets[slot];
  }

  private void put(int state, char c, int target) {
    long key = key(state, c);
    int slot = slot(key);
    while (keys[slot] != ABSENT) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private static long key(int state, char c) {
    return ((long) state << Character.SIZE) | c;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }
}
