package io.leadpulse.jobs.codec;

import io.leadpulse.engine.handoff.Stage;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.SalesActivityKind;

/** Symbols of what the hand-off reads as the engine's closed choices. */
final class HandOffEnums {
  private HandOffEnums() {}

  static Alert.Type alertType(AlertType type) throws Refusal {
    return switch (type) {
      case UNKNOWN -> throw unknown("type");
      case RAISED -> Alert.Type.RAISED;
      case UPDATED -> Alert.Type.UPDATED;
      case RECALLED -> Alert.Type.RECALLED;
      case COOLED -> Alert.Type.COOLED;
    };
  }

  private static Refusal unknown(String field) {
    return new Refusal(RefusalCause.UNKNOWN_KIND, field + " is none that this version knows");
  }

  static Stage stage(SalesActivityKind kind) throws Refusal {
    return switch (kind) {
      case UNKNOWN -> throw unknown("kind");
      case ACCEPTED -> Stage.ACCEPTED;
      case CONTACTED -> Stage.CONTACTED;
      case MEETING -> Stage.MEETING;
      case QUALIFIED -> Stage.QUALIFIED;
      case WON -> Stage.WON;
      case LOST -> Stage.LOST;
      case REJECTED -> Stage.REJECTED;
      case RECYCLED -> Stage.RECYCLED;
    };
  }

  static Tier tier(io.leadpulse.schemas.Tier tier) throws Refusal {
    return switch (tier) {
      case UNKNOWN -> throw unknown("tier");
      case COLD -> Tier.COLD;
      case WARM -> Tier.WARM;
      case HOT -> Tier.HOT;
    };
  }

  static Fit fit(io.leadpulse.schemas.Fit fit) {
    return switch (fit) {
      case UNKNOWN -> Fit.UNKNOWN;
      case A -> Fit.A;
      case B -> Fit.B;
      case C -> Fit.C;
      case D -> Fit.D;
    };
  }

  static Exclusion exclusion(io.leadpulse.schemas.Exclusion exclusion) throws Refusal {
    Exclusion known = InputEnums.exclusion(exclusion);
    if (known == null) {
      throw unknown("exclusion");
    }
    return known;
  }
}
