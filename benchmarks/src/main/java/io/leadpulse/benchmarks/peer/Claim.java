package io.leadpulse.benchmarks.peer;

/** What a peer claims of its output. */
public enum Claim {
  EVERY_INPUT_ONCE("the outcomes of all inputs add up to the events sent, none is dead-lettered"),
  ONE_FOR_ONE("one record out for one in"),
  SAME_RECORDS("every record out as it came in, in any order"),
  LEAN_RECORDS("of every record in the wanted fields, in any order"),
  LEAN_RECORDS_COUNTED(
      "of every record in the wanted fields, in any order; for each lead the numbers from 1 on"),
  EVENTS_COUNTED("one record out for one in; the last of each lead counts its events, copies once"),
  LAST_COUNTS("the last record of each lead counts its events, copies too");

  private final String text;

  Claim(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
