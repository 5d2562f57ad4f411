package io.leadpulse.cli.simulate;

/** Where people of a kind come from. */
enum Circle {
  /** Companies; some write from a free mail address and name none. */
  BUSINESS,
  UNIVERSITY,
  /** The vendor itself. */
  VENDOR
}
