package io.leadpulse.cli.judge;

/** What is put before the job. */
public interface Feed {

  /**
   * Sends all events, and returns once the broker has taken them.
   *
   * @param bootstrap address of the broker
   * @param topicPrefix what topics begin with, with the dot
   * @param evidence takes each event that can be judged, with where it is
   */
  void send(String bootstrap, String topicPrefix, Evidence evidence);
}
