package io.leadpulse.engine.yaml;

/** Ends the reading of a text that would expand beyond its bounds. */
final class TooBigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String problem;

  TooBigException(Place place, String problem) {
    super(problem, null, false, false);
    this.place = place;
    this.problem = problem;
  }

  Place place() {
    return place;
  }

  String problem() {
    return problem;
  }
}
