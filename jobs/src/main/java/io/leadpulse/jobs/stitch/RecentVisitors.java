package io.leadpulse.jobs.stitch;

import io.leadpulse.engine.identity.Link;
import io.leadpulse.engine.identity.VisitorState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The leads of the visitors who came last, so that what tells nothing new of them needs no state.
 * Says nothing that the state does not say: without it, all comes out the same.
 */
final class RecentVisitors {
  private final int limit;
  private final Map<String, Recent> visitors =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recent> eldest) {
          return size() > limit;
        }
      };

  /**
   * The latest link of a visitor.
   *
   * @param day on which the visitor was last seen
   */
  private record Recent(Link link, int day) {}

  /**
   * @param limit how many are remembered
   */
  RecentVisitors(int limit) {
    this.limit = limit;
  }

  /**
   * Whose a touch is.
   *
   * @param time of the touch, epoch milliseconds
   * @param day on which it makes the visitor seen
   * @return null if only the state tells, or has to learn that the visitor was seen
   */
  @Nullable String leadAt(String visitorId, long time, int day) {
    Recent recent = visitors.get(visitorId);
    return recent != null && time >= recent.link.since() && day <= recent.day
        ? recent.link.leadId()
        : null;
  }

  void keep(String visitorId, VisitorState visitor) {
    Link latest = visitor.latestLink();
    if (latest == null) {
      visitors.remove(visitorId);
    } else {
      visitors.put(visitorId, new Recent(latest, visitor.lastDay()));
    }
  }

  void remove(String visitorId) {
    visitors.remove(visitorId);
  }
}
