package io.leadpulse.intake.lead;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque ids from what identifies a person: the first 128 bits of HMAC-SHA256 under one key, as hex
 * digits. The same person gets the same id from every source; without the key nobody can tell who
 * it is, not even by trying all addresses. For one thread at a time.
 */
public final class LeadIds {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final HexFormat HEX = HexFormat.of();

  /** Occurs in no address, name or id, so that parts cannot be mistaken for one another. */
  private static final byte SEPARATOR = 0;

  private final Mac mac;

  public LeadIds(HashKey key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  /** The lead with a mail address or a login name; case and surrounding space do not matter. */
  public String lead(String address) {
    return exactLead(address.strip().toLowerCase(Locale.ROOT));
  }

  /** The lead with an id of the source, every character of which matters. */
  public String exactLead(String id) {
    update(id);
    return "l-" + digest();
  }

  /** The visitor with an address and an agent; several people may share it. */
  public String visitor(String ip, String agent) {
    return "v-" + hash("visitor", ip, agent);
  }

  /** An event's id from what makes it the same event when it is told again. */
  public String event(String... parts) {
    return hash(parts);
  }

  private String hash(String... parts) {
    for (String part : parts) {
      mac.update(SEPARATOR);
      update(part);
    }
    return digest();
  }

  private void update(String text) {
    mac.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private String digest() {
    return HEX.formatHex(mac.doFinal(), 0, ID_BYTES);
  }
}
