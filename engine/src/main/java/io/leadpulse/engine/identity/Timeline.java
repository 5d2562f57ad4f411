package io.leadpulse.engine.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which lead a visitor was when. Links in a row to one lead are kept as the first of them. */
final class Timeline {
  private final List<Link> links = new ArrayList<>(1);

  boolean isEmpty() {
    return links.isEmpty();
  }

  int size() {
    return links.size();
  }

  Link first() {
    return links.get(0);
  }

  Link last() {
    return links.get(links.size() - 1);
  }

  List<Link> links() {
    return List.copyOf(links);
  }

  /** Whose a touch is: by the latest link up to its time, else by the first of all. */
  String leadAt(long time) {
    int at = links.size() - 1;
    while (at > 0 && links.get(at).since() > time) {
      at--;
    }
    return links.get(at).leadId();
  }

  /**
   * Takes a link to its place in time.
   *
   * @return whether it told anything new
   */
  boolean add(Link link) {
    int at = links.size();
    while (at > 0 && links.get(at - 1).compareTo(link) > 0) {
      at--;
    }
    if (at > 0 && links.get(at - 1).leadId().equals(link.leadId())) {
      return false;
    }
    if (at < links.size() && links.get(at).leadId().equals(link.leadId())) {
      links.set(at, link);
    } else {
      links.add(at, link);
    }
    return true;
  }

  /** Takes a link that is later than all others and to another lead, as it was stored. */
  void restore(Link link) {
    links.add(link);
  }

  /**
   * Makes some leads nobody, where they are.
   *
   * @return whether there were any
   */
  boolean erase(Set<String> leads) {
    boolean erased = false;
    for (int at = links.size() - 1; at >= 0; at--) {
      Link link = links.get(at);
      if (leads.contains(link.leadId())) {
        links.set(at, new Link(link.since(), Link.NOBODY));
        erased = true;
      }
      joinNext(at);
    }
    return erased;
  }

  /** Of two links in a row to nobody, the first says all. */
  private void joinNext(int at) {
    if (at + 1 < links.size() && links.get(at).leadId().equals(links.get(at + 1).leadId())) {
      links.remove(at + 1);
    }
  }

  void removeFirst() {
    links.remove(0);
  }

  void clear() {
    links.clear();
  }

  /** How many different leads there are. */
  int leads() {
    Set<String> leads = new HashSet<>();
    for (Link link : links) {
      leads.add(link.leadId());
    }
    return leads.size();
  }
}
