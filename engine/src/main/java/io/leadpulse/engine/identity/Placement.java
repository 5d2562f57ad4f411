package io.leadpulse.engine.identity;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of an anonymous touch: it has a lead, or it is dropped, or else it waits.
 *
 * @param leadId whose it is, {@link Link#NOBODY} if that is a lead that was to be forgotten; null
 *     if it is dropped, or not known yet
 * @param reason why it is dropped; null if it is not
 */
public record Placement(@Nullable String leadId, @Nullable DropReason reason) {
  static final Placement WAITS = new Placement(null, null);

  static Placement of(String leadId) {
    return new Placement(leadId, null);
  }

  static Placement dropped(DropReason reason) {
    return new Placement(null, reason);
  }
}
