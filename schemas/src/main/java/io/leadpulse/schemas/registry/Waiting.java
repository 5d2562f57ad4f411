package io.leadpulse.schemas.registry;

import java.util.concurrent.TimeUnit;

/** The time that a client waits by. */
interface Waiting {
  /** That of this machine. */
  Waiting REAL =
      new Waiting() {
        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public void pause(long nanos) throws InterruptedException {
          TimeUnit.NANOSECONDS.sleep(nanos);
        }
      };

  /** A clock as {@link System#nanoTime}. */
  long nanoTime();

  void pause(long nanos) throws InterruptedException;
}
