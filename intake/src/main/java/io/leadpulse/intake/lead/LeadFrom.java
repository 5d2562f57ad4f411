package io.leadpulse.intake.lead;

/**
 * Which field of an access log names the lead.
 *
 * @param cookie name of the cookie; empty unless {@link Field#COOKIE}
 */
public record LeadFrom(Field field, String cookie) {
  private static final String COOKIE_PREFIX = "cookie=";

  /** Nothing does: accesses have a visitor only. */
  public static final LeadFrom NOTHING = new LeadFrom(Field.NONE, "");

  /** A field of an access log. */
  public enum Field {
    NONE,
    IP,
    USER,
    COOKIE
  }

  /**
   * As written on a command line: {@code ip}, {@code user} or {@code cookie=NAME}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static LeadFrom parse(String text) {
    if (text.equals("ip")) {
      return new LeadFrom(Field.IP, "");
    }
    if (text.equals("user")) {
      return new LeadFrom(Field.USER, "");
    }
    if (text.startsWith(COOKIE_PREFIX) && text.length() > COOKIE_PREFIX.length()) {
      return new LeadFrom(Field.COOKIE, text.substring(COOKIE_PREFIX.length()));
    }
    throw new IllegalArgumentException("must be ip, user or cookie=NAME");
  }
}
