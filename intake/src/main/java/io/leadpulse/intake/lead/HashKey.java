package io.leadpulse.intake.lead;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret key of all hashed ids, 32 bytes. Whoever changes it makes strangers of all leads. */
public final class HashKey {
  public static final int SIZE = 32;

  private final byte[] bytes;

  private HashKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A new key that nobody can guess. */
  public static HashKey random() {
    byte[] bytes = new byte[SIZE];
    new SecureRandom().nextBytes(bytes);
    return new HashKey(bytes);
  }

  /**
   * The key that a file holds: 64 hex digits or base64, with or without a line end, or 32 raw
   * bytes.
   *
   * @throws IllegalArgumentException if it is none of these; the message has nothing of the key
   */
  public static HashKey parse(byte[] content) {
    if (content.length == SIZE) {
      return new HashKey(content.clone());
    }
    String text = new String(content, StandardCharsets.ISO_8859_1).strip();
    try {
      byte[] bytes =
          text.length() == 2 * SIZE
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      if (bytes.length == SIZE) {
        return new HashKey(bytes);
      }
    } catch (IllegalArgumentException e) {
      // Its message would show what it stumbled over, which is a piece of the key.
    }
    throw new IllegalArgumentException(
        "a key is %d bytes, as hex, base64 or raw; this is none of them".formatted(SIZE));
  }

  /** As hex digits, the form in which it is stored. */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return "HashKey";
  }
}
