package io.leadpulse.chaos.people;

import io.leadpulse.chaos.stage.Sender;
import io.leadpulse.chaos.stage.Trickle;
import java.util.List;

/** Sends one chapter beside everything else, and takes its time. */
public final class Telling {
  private final Sender sender;
  private final Wire wire;
  private final int chapter;
  private final List<Line> lines;
  private final Trickle trickle;
  private volatile int sent;

  /**
   * Begins to send.
   *
   * @param share of what is left, each second
   */
  public Telling(Sender sender, Wire wire, int chapter, List<Line> lines, double share) {
    this.sender = sender;
    this.wire = wire;
    this.chapter = chapter;
    this.lines = lines;
    trickle = new Trickle("telling", share, () -> lines.size() - sent, this::send);
  }

  private void send() {
    sender.send(wire.of(lines.get(sent), chapter, System.currentTimeMillis()));
    sent = sent + 1;
  }

  /** Sends the rest at once, and returns when the broker has all. */
  public void finish() throws InterruptedException {
    trickle.finish();
    sender.flush();
  }
}
