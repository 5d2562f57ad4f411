package io.leadpulse.engine.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One visitor whose records come one by one, stored between any two of them. */
final class VisitorRun implements Departures {
  private static final long HASHES = 0x9E3779B97F4A7C15L;

  private final VisitorStateCodec codec = new VisitorStateCodec();
  private byte[] stored = codec.write(new VisitorState());

  /** Whose each touch is, by its number, in the order of release. */
  final Map<Integer, String> leads = new HashMap<>();

  final List<Integer> released = new ArrayList<>();
  final Map<Integer, DropReason> dropped = new HashMap<>();

  /** Touches that came, by what became of them at once, and those that left later. */
  int placed;

  /** Copies that went to another lead than the one before. */
  int strays;

  int copies;
  int began;
  int left;

  VisitorState state() {
    return codec.read(stored);
  }

  LinkEffect link(long since, String lead) {
    VisitorState visitor = codec.read(stored);
    LinkEffect effect = VisitorPolicy.link(visitor, new Link(since, lead), this);
    stored = codec.write(visitor);
    return effect;
  }

  boolean erase(String... leads) {
    VisitorState visitor = codec.read(stored);
    boolean changed = VisitorPolicy.erase(visitor, Set.of(leads));
    stored = codec.write(visitor);
    return changed;
  }

  void touch(int number, long at) {
    VisitorState visitor = codec.read(stored);
    Placement placement = VisitorPolicy.place(visitor, at);
    WaitingTouch touch = new WaitingTouch(at, number * HASHES, new byte[] {(byte) number});
    if (placement.leadId() != null) {
      placed++;
      keep(number, placement.leadId());
    } else if (placement.reason() != null) {
      placed++;
      dropped.put(number, placement.reason());
    } else if (VisitorPolicy.await(visitor, touch, this)) {
      began++;
    } else {
      copies++;
    }
    stored = codec.write(visitor);
  }

  private void keep(int number, String lead) {
    String before = leads.put(number, lead);
    released.add(number);
    strays += before == null || before.equals(lead) ? 0 : 1;
  }

  @Override
  public void release(WaitingTouch touch, String leadId) {
    left++;
    keep(number(touch), leadId);
  }

  @Override
  public void drop(WaitingTouch touch, DropReason reason) {
    left++;
    dropped.put(number(touch), reason);
  }

  /** The number of which the hash was made. */
  static int number(WaitingTouch touch) {
    return (int) (touch.hash() * 0xF1DE83E19937733DL);
  }
}
