package io.leadpulse.chaos.fuzz;

import java.util.Locale;

/** What is done to a record that was good. Some of it leaves a good one. */
enum Damage {
  /** One to eight bits turned. */
  BIT_FLIP,
  /** Cut off anywhere. */
  TRUNCATED,
  /** Bytes after the value. */
  EXTENDED,
  /** The fingerprint of no released schema. */
  UNKNOWN_FINGERPRINT,
  /** The topic's own header before the body of another topic's record. */
  OTHER_BODY,
  /** A good record of another topic. */
  OTHER_TOPIC,
  /** No bytes. */
  EMPTY,
  /** No value. */
  NULL,
  /** A text that says to be longer than it may be or can be. */
  HUGE_LENGTH,
  /** A good record under a key of somebody else, or of nobody. */
  WRONG_KEY,
  /** Noise, of up to 64 KiB. */
  RANDOM_BYTES,
  /** The head of the Confluent wire format before a good body; there is no registry. */
  CONFLUENT_HEADER,
  /** Well-formed, but no engagement: blank ids, no kind, a time out of reach, texts too long. */
  BAD_VALUE;

  String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
