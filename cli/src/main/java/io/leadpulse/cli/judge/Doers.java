package io.leadpulse.cli.judge;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Exhibit;
import java.util.HashSet;
import java.util.Set;

/** The leads that somebody really acted for, by whoever acted and by whom the records name. */
final class Doers {
  private final Set<String> people = new HashSet<>();
  private final Set<String> staff = new HashSet<>();

  private Doers() {}

  static Doers of(Evidence evidence) {
    Doers doers = new Doers();
    evidence.forEach((place, exhibit) -> doers.take(exhibit));
    return doers;
  }

  private void take(Exhibit exhibit) {
    if (exhibit.claim().kind().isEmpty() || exhibit.truth().actor() == Actor.MACHINE) {
      return;
    }
    Set<String> leads = exhibit.truth().actor() == Actor.HUMAN ? people : staff;
    leads.add(exhibit.truth().leadId());
    String named = exhibit.claim().leadId();
    if (named != null) {
      leads.add(named);
    }
  }

  /** Whether nothing that is told of a lead was done by anybody. */
  boolean machinesOnly(String lead) {
    return !people.contains(lead) && !staff.contains(lead);
  }

  /** Whether the vendor's own people are all who acted for a lead. */
  boolean staffOnly(String lead) {
    return !people.contains(lead) && staff.contains(lead);
  }
}
