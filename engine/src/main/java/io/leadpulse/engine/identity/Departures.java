package io.leadpulse.engine.identity;

/** Where touches go that waited and do so no longer. */
public interface Departures {
  void release(WaitingTouch touch, String leadId);

  void drop(WaitingTouch touch, DropReason reason);
}
