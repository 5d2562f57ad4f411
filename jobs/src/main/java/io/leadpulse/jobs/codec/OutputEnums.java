package io.leadpulse.jobs.codec;

import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.Tier;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.DeadLetterCause;

/** The engine's closed choices as symbols of the contracts. */
final class OutputEnums {
  private OutputEnums() {}

  static io.leadpulse.schemas.Tier tier(Tier tier) {
    return switch (tier) {
      case COLD -> io.leadpulse.schemas.Tier.COLD;
      case WARM -> io.leadpulse.schemas.Tier.WARM;
      case HOT -> io.leadpulse.schemas.Tier.HOT;
    };
  }

  static io.leadpulse.schemas.Fit fit(Fit fit) {
    return switch (fit) {
      case UNKNOWN -> io.leadpulse.schemas.Fit.UNKNOWN;
      case A -> io.leadpulse.schemas.Fit.A;
      case B -> io.leadpulse.schemas.Fit.B;
      case C -> io.leadpulse.schemas.Fit.C;
      case D -> io.leadpulse.schemas.Fit.D;
    };
  }

  static io.leadpulse.schemas.Exclusion exclusion(Exclusion exclusion) {
    return switch (exclusion) {
      case NONE -> io.leadpulse.schemas.Exclusion.NONE;
      case COMPETITOR -> io.leadpulse.schemas.Exclusion.COMPETITOR;
      case PARTNER -> io.leadpulse.schemas.Exclusion.PARTNER;
      case EMPLOYEE -> io.leadpulse.schemas.Exclusion.EMPLOYEE;
      case STUDENT -> io.leadpulse.schemas.Exclusion.STUDENT;
      case LEFT -> io.leadpulse.schemas.Exclusion.LEFT;
    };
  }

  static AlertType alertType(Alert.Type type) {
    return switch (type) {
      case RAISED -> AlertType.RAISED;
      case UPDATED -> AlertType.UPDATED;
      case RECALLED -> AlertType.RECALLED;
      case COOLED -> AlertType.COOLED;
    };
  }

  static DeadLetterCause cause(RefusalCause cause) {
    return switch (cause) {
      case EMPTY -> DeadLetterCause.EMPTY;
      case UNREADABLE -> DeadLetterCause.UNREADABLE;
      case UNKNOWN_SCHEMA -> DeadLetterCause.UNKNOWN_SCHEMA;
      case TRUNCATED -> DeadLetterCause.TRUNCATED;
      case TRAILING_BYTES -> DeadLetterCause.TRAILING_BYTES;
      case TOO_LARGE -> DeadLetterCause.TOO_LARGE;
      case UNKNOWN_KIND -> DeadLetterCause.UNKNOWN_KIND;
      case INVALID -> DeadLetterCause.INVALID;
      case NO_LEAD -> DeadLetterCause.NO_LEAD;
      case FUTURE_TIMESTAMP -> DeadLetterCause.FUTURE_TIMESTAMP;
      case INVALID_MODEL -> DeadLetterCause.INVALID_MODEL;
      case SCHEMA_UNAVAILABLE -> DeadLetterCause.SCHEMA_UNAVAILABLE;
      case INCOMPATIBLE_SCHEMA -> DeadLetterCause.INCOMPATIBLE_SCHEMA;
    };
  }
}
