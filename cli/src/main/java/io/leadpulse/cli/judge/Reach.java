package io.leadpulse.cli.judge;

import io.leadpulse.cli.truth.Claim;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which records come to a lead at all: those that name one, and those of a browser once named. */
final class Reach {
  private final Set<String> visitors = new HashSet<>();

  private Reach() {}

  static Reach of(Evidence evidence) {
    Reach reach = new Reach();
    evidence.forEach(
        (place, exhibit) -> {
          String visitor = exhibit.claim().visitorId();
          if (exhibit.claim().leadId() != null && visitor != null) {
            reach.visitors.add(visitor);
          }
        });
    return reach;
  }

  boolean isOfLead(Claim claim) {
    return claim.leadId() != null || isKnown(claim.visitorId());
  }

  private boolean isKnown(@Nullable String visitor) {
    return visitor != null && visitors.contains(visitor);
  }
}
