package io.leadpulse.cli.judge;

/** How many of all. */
record Share(long part, long all) {

  /** From 0 to 1. */
  double of(double ofNothing) {
    return all == 0 ? ofNothing : (double) part / all;
  }

  Share plus(boolean counts) {
    return new Share(part + (counts ? 1 : 0), all + 1);
  }
}
