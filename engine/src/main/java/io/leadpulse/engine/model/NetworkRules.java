package io.leadpulse.engine.model;

import java.util.List;

/**
 * Networks whose engagements are no prospect's own, each as address and prefix length, such as
 * {@code 203.0.113.0/24} or {@code 2001:db8::/32}.
 *
 * @param own our own staff's
 * @param scanners of mail security that follows links
 * @param people parts of the others in which prospects are
 */
public record NetworkRules(List<String> own, List<String> scanners, List<String> people) {
  public static final NetworkRules NONE = new NetworkRules(List.of(), List.of(), List.of());

  public NetworkRules {
    own = List.copyOf(own);
    scanners = List.copyOf(scanners);
    people = List.copyOf(people);
  }
}
