package io.leadpulse.engine.lead;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of an episode's alerts: the same whenever the episode is replayed. */
final class AlertId {
  private static final int BYTES = 16;

  private AlertId() {}

  /** The first 128 bits, in hex, of SHA-256 over lead, scorecard and the episode's entry hour. */
  static String ofEpisode(String leadId, String scorecard, int entryHour) {
    return digest(leadId + '\n' + scorecard + '\n' + entryHour);
  }

  /** The id of news about a lead that sales holds, outside of any episode. */
  static String ofHold(String leadId, String scorecard, int sinceHour) {
    return digest(leadId + '\n' + scorecard + "\nheld\n" + sinceHour);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
