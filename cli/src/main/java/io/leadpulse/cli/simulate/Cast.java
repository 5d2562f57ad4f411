package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Exclusion;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Finds the people: each lead is new, the companies come back. */
final class Cast {
  /** The leads that open the show are evaluators, so that there is something to see at once. */
  static final int OPENING = 5;

  private static final int LEADS_PER_COMPANY = 3;
  private static final int FEWEST_COMPANIES = 8;
  private static final int SALES_PEOPLE = 6;
  private static final double FREE_MAIL = 0.12;
  private static final double EXCLUSION_KNOWN = 0.7;
  private static final int SHARES = Arrays.stream(Persona.values()).mapToInt(Persona::share).sum();

  private final SplittableRandom random;
  private final long seed;
  private final int companies;
  private final String run;
  private final Props props;
  private int leads;

  /**
   * @param origin instant at which the simulation begins, in epoch milliseconds; part of every id,
   *     so that a later run with the same seed brings new leads
   */
  Cast(SimulationSettings settings, long origin) {
    seed = settings.seed();
    companies = Math.max(FEWEST_COMPANIES, settings.leads() / LEADS_PER_COMPANY);
    random = new SplittableRandom(seed ^ origin);
    run = String.format("%08x", random.nextInt());
    props = new Props(random.nextLong());
  }

  /** The journey of a new lead, which ends at {@code now}. */
  Journey next(long now) {
    RandomGenerator own = random.split();
    Persona persona = leads < OPENING ? Persona.EVALUATOR : draw(own);
    leads++;
    return new Journey(person(persona, own), own, now);
  }

  private static Persona draw(RandomGenerator random) {
    int rest = random.nextInt(SHARES);
    for (Persona persona : Persona.values()) {
      rest -= persona.share();
      if (rest < 0) {
        return persona;
      }
    }
    throw new AssertionError("The shares of the personas are their sum");
  }

  private Person person(Persona persona, RandomGenerator random) {
    Company company = company(persona.circle(), random);
    Equipment equipment = props.draw(random, persona, company, leads, leads <= OPENING);
    int salesPerson = Chance.between(random, 1, SALES_PEOPLE);
    return new Person(
        "lead-" + run + "-" + leads,
        persona,
        company,
        job(persona.circle(), company, random),
        equipment,
        "rep-" + salesPerson,
        salesPerson % 2 == 0 ? "team-east" : "team-west",
        Chance.of(random, EXCLUSION_KNOWN) ? persona.exclusion() : Exclusion.NONE,
        consent(random));
  }

  private Company company(Circle circle, RandomGenerator random) {
    return switch (circle) {
      case UNIVERSITY -> Company.UNIVERSITY;
      case VENDOR -> Company.VENDOR;
      case BUSINESS ->
          Chance.of(random, FREE_MAIL)
              ? Company.NONE
              : Company.numbered(seed, random.nextInt(companies));
    };
  }

  private static Job job(Circle circle, Company company, RandomGenerator random) {
    if (circle == Circle.UNIVERSITY) {
      return Job.STUDENT;
    }
    return company == Company.NONE ? Job.UNKNOWN : Job.in(company, random);
  }

  private static @Nullable Boolean consent(RandomGenerator random) {
    return Chance.of(random, 0.6) ? Boolean.TRUE : null;
  }
}
