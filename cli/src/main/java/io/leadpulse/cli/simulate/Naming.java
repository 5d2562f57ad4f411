package io.leadpulse.cli.simulate;

/** How a record comes to name a lead. */
enum Naming {
  /** Says what it says. */
  FIXED,
  /** Names the lead if the site knows by then whose browser it is. */
  BY_COOKIE,
  /** Says whose browser it is; from then on the site knows. */
  TELLS
}
