package io.leadpulse.engine.profile;

import java.util.Map;

/**
 * What is known of a person and the company. Texts are empty where nothing is known.
 *
 * @param updatedAt epoch milliseconds; the newest profile wins
 * @param employees of the company, 0 if unknown
 * @param consent to be contacted, as far as it was asked for
 * @param emailOptOut mail is not wanted
 * @param attributes qualification such as {@code budget -> confirmed}
 */
public record Profile(
    long updatedAt,
    String accountId,
    String company,
    String department,
    String role,
    String country,
    String industry,
    int employees,
    String owner,
    String team,
    Exclusion exclusion,
    boolean consent,
    boolean emailOptOut,
    Map<String, String> attributes) {

  /** The profile of a lead of whom nothing is known. */
  public static final Profile UNKNOWN =
      new Profile(
          Long.MIN_VALUE,
          "",
          "",
          "",
          "",
          "",
          "",
          0,
          "",
          "",
          Exclusion.NONE,
          false,
          false,
          Map.of());

  public Profile {
    attributes = Map.copyOf(attributes);
  }
}
