package io.leadpulse.schemas.registry;

/** Time that passes by its pauses only. */
final class FakeWaiting implements Waiting {
  private long now = Long.MAX_VALUE - 5;
  private int pauses;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void pause(long nanos) {
    pauses++;
    now += nanos;
  }

  int pauses() {
    return pauses;
  }
}
