package io.leadpulse.engine.hygiene;

/** Where an event's record lies, so that it can be named when its verdict changes. */
public interface Origin {
  /** Of an event that lies nowhere, as in tests. */
  Origin NONE =
      new Origin() {
        @Override
        public int partition() {
          return 0;
        }

        @Override
        public long offset() {
          return 0;
        }
      };

  /** Kafka partition, 0 or more. */
  int partition();

  /** Kafka offset, 0 or more. */
  long offset();
}
