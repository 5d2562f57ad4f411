package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Setting;
import io.leadpulse.cli.truth.Truth;

/**
 * Who does something, really, and how the site comes to name anybody.
 *
 * @param leadId of the person who acts; empty for nobody who is a lead
 */
record Doing(Actor actor, Setting setting, String leadId, Naming naming) {

  /** A program at work. */
  static Doing machine(Setting setting) {
    return new Doing(Actor.MACHINE, setting, "", Naming.FIXED);
  }

  /** The vendor's people at their desks. */
  static Doing staff(Setting setting) {
    return new Doing(Actor.STAFF, setting, "", Naming.FIXED);
  }

  Doing naming(Naming changed) {
    return new Doing(actor, setting, leadId, changed);
  }

  Truth truth(String eventId) {
    return new Truth(eventId, leadId, actor, setting);
  }
}
