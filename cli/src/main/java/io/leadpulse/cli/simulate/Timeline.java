package io.leadpulse.cli.simulate;

/** Where the events of a journey are in the stream. */
interface Timeline {

  /** Where the journey's next event is. */
  double position();

  /** Where an instant of the journey is; may be after the journey's end. */
  double positionOf(long instant);
}
