package io.leadpulse.cli.judge;

/** Where a record is. */
record Place(String topic, int partition, long offset) {}
