package io.leadpulse.chaos.rescale;

import io.leadpulse.chaos.oracle.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The last row of each lead and scorecard, by what no order of arrival may change: intent and
 * contributions, in milli-points. Rows that say nothing are left out.
 */
record Rows(Map<String, String> byKey) {

  Rows {
    byKey = new TreeMap<>(byKey);
  }

  /** What an oracle says. */
  static Rows of(Map<String, Verdict> verdicts) {
    Map<String, String> rows = new TreeMap<>();
    verdicts.forEach(
        (key, verdict) -> {
          if (verdict.intent() != 0 || !verdict.contributions().isEmpty()) {
            rows.put(key, text(verdict.intent(), verdict.contributions()));
          }
        });
    return new Rows(rows);
  }

  static String text(long intent, Map<String, Long> contributions) {
    return intent + " " + new TreeMap<>(contributions);
  }

  int size() {
    return byKey.size();
  }

  /** SHA-256 of all of them in order, in hexadecimal. */
  String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byKey.forEach(
          (key, row) -> sha256.update((key + " " + row + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keys whose rows differ, in order. */
  Set<String> differences(Rows other) {
    Set<String> keys = new TreeSet<>(byKey.keySet());
    keys.addAll(other.byKey.keySet());
    keys.removeIf(key -> byKey.getOrDefault(key, "").equals(other.byKey.getOrDefault(key, "")));
    return keys;
  }
}
