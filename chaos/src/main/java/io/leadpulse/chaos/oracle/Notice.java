package io.leadpulse.chaos.oracle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An alert, by what is compared of it.
 *
 * @param messageId that readers drop repeats by
 * @param intent milli-points that it tells
 */
public record Notice(String messageId, String leadId, String scorecard, String cause, long intent) {

  /** The first 128 bits, in hex, of SHA-256 over lead, scorecard and what tells episodes apart. */
  static String id(String leadId, String scorecard, String rest) {
    String text = leadId + "\n" + scorecard + "\n" + rest;
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
