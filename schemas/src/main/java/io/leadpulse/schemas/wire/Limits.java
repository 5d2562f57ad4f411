package io.leadpulse.schemas.wire;

/**
 * How much one record may hold. A length is checked against these, and against the bytes that are
 * left, before anything is allocated for it.
 *
 * @param text bytes of one string in UTF-8
 * @param bytes bytes of one byte string
 * @param items items of all arrays and maps of the record together
 */
public record Limits(int text, int bytes, int items) {
  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /** For what comes from outside, many times a second. */
  public static final Limits EVENT = new Limits(8 * KIB, 8 * KIB, KIB);

  /** For scoring models, which are one long text. */
  public static final Limits MODEL = new Limits(MIB, 8 * KIB, KIB);

  /** For scores and alerts, which hold as many contributions as a model has signals. */
  public static final Limits RESULT = new Limits(8 * KIB, 8 * KIB, 16 * KIB);

  /** For dead letters, which hold a whole other record. */
  public static final Limits DEAD_LETTER = new Limits(8 * KIB, MIB, KIB);

  /** For what leads send to each other, which may be a whole lead. */
  public static final Limits TRANSFER = new Limits(8 * KIB, 2 * MIB, KIB);

  public Limits {
    if (text < 0 || bytes < 0 || items < 0) {
      throw new IllegalArgumentException("Limits are 0 or more");
    }
  }
}
