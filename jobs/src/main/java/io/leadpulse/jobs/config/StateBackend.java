package io.leadpulse.jobs.config;

/** Where Flink keeps the leads. */
public enum StateBackend {
  /** On disk, with incremental checkpoints: for any number of leads. */
  ROCKSDB("rocksdb"),
  /** In memory: faster, and every checkpoint writes all of it. */
  HASHMAP("hashmap");

  private final String term;

  StateBackend(String term) {
    this.term = term;
  }

  /** The name in the configuration, ours and Flink's. */
  public String term() {
    return term;
  }
}
