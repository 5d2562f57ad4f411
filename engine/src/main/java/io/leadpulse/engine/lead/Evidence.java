package io.leadpulse.engine.lead;

import java.util.ArrayList;
import java.util.List;

/** The latest touches of a lead, by the time they happened; at most {@link #CAPACITY}. */
public final class Evidence {
  public static final int CAPACITY = 8;

  private final List<Touch> touches = new ArrayList<>(CAPACITY);

  /** The touches, oldest first. */
  public List<Touch> touches() {
    return List.copyOf(touches);
  }

  void add(Touch touch) {
    int at = touches.size();
    while (at > 0 && Touch.BY_TIME.compare(touches.get(at - 1), touch) > 0) {
      at--;
    }
    if (touches.size() == CAPACITY) {
      if (at == 0) {
        return;
      }
      touches.remove(0);
      at--;
    }
    touches.add(at, touch);
  }
}
