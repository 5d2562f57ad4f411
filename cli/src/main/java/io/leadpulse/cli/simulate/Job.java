package io.leadpulse.cli.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a person does for a living.
 *
 * @param role code of the role; empty if unknown
 */
record Job(String department, String role) {
  static final Job UNKNOWN = new Job("", "");
  static final Job STUDENT = new Job("", "student");

  private static final List<String> ROLES =
      List.of("staff", "staff", "staff", "leader", "leader", "manager", "manager", "executive");

  private static final List<String> JAPANESE =
      List.of("情報システム部", "購買部", "物流部", "経営企画部", "製造部", "営業企画部", "品質保証部");

  private static final List<String> ENGLISH =
      List.of("IT", "Purchasing", "Logistics", "Corporate Planning", "Operations");

  /** Draws a job in a company. */
  static Job in(Company company, RandomGenerator random) {
    List<String> departments = company.country().equals("JP") ? JAPANESE : ENGLISH;
    return new Job(Chance.pick(random, departments), Chance.pick(random, ROLES));
  }
}
