package io.leadpulse.cli.truth;

/**
 * Who did what a record tells of. Copies of a record share it.
 *
 * @param eventId of the record; empty if it has none or cannot be read
 * @param leadId of the person who acted, whatever the record says; empty for a machine, for staff
 *     at work, and for a person who is no lead
 * @param actor what kind of being acted
 * @param setting the scene it happened in
 */
public record Truth(String eventId, String leadId, Actor actor, Setting setting) {

  /** The same of a record with another id. */
  public Truth withEventId(String changed) {
    return new Truth(changed, leadId, actor, setting);
  }
}
