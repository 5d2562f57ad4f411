package io.leadpulse.jobs.codec;

import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagementKind;
import io.leadpulse.schemas.wire.Cause;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Symbols of the contracts as the engine's closed choices; null for one that is not known here.
 * Arrays are in the order of the contract's symbols.
 */
final class InputEnums {
  private InputEnums() {}

  static @Nullable EventKind[] webKinds() {
    return kinds(WebAccessKind.values(), InputEnums::kind);
  }

  static @Nullable EventKind[] emailKinds() {
    return kinds(EmailEngagementKind.values(), InputEnums::kind);
  }

  static @Nullable EventKind[] webinarKinds() {
    return kinds(WebinarEngagementKind.values(), InputEnums::kind);
  }

  static @Nullable EventKind[] offlineKinds() {
    return kinds(OfflineEngagementKind.values(), InputEnums::kind);
  }

  static SalesActivity.@Nullable Kind[] salesKinds() {
    return Arrays.stream(SalesActivityKind.values())
        .map(InputEnums::kind)
        .toArray(SalesActivity.Kind[]::new);
  }

  static IdentityChange.@Nullable Kind[] identityKinds() {
    return Arrays.stream(IdentityChangeKind.values())
        .map(InputEnums::kind)
        .toArray(IdentityChange.Kind[]::new);
  }

  static @Nullable Exclusion[] exclusions() {
    return Arrays.stream(io.leadpulse.schemas.Exclusion.values())
        .map(InputEnums::exclusion)
        .toArray(Exclusion[]::new);
  }

  private static <S> @Nullable EventKind[] kinds(
      S[] symbols, Function<S, @Nullable EventKind> kind) {
    return Arrays.stream(symbols).map(kind).toArray(EventKind[]::new);
  }

  static @Nullable EventKind kind(WebAccessKind kind) {
    return switch (kind) {
      case UNKNOWN -> null;
      case PAGE_VIEW -> EventKind.PAGE_VIEW;
      case FILE_DOWNLOAD -> EventKind.FILE_DOWNLOAD;
      case FORM_SUBMIT -> EventKind.FORM_SUBMIT;
      case SITE_SEARCH -> EventKind.SITE_SEARCH;
      case VIDEO_PLAY -> EventKind.VIDEO_PLAY;
      case RESOURCE -> EventKind.RESOURCE;
    };
  }

  static @Nullable EventKind kind(EmailEngagementKind kind) {
    return switch (kind) {
      case UNKNOWN -> null;
      case DELIVERED -> EventKind.DELIVERED;
      case OPEN -> EventKind.OPEN;
      case CLICK -> EventKind.CLICK;
      case BOUNCE -> EventKind.BOUNCE;
      case UNSUBSCRIBE -> EventKind.UNSUBSCRIBE;
      case COMPLAINT -> EventKind.COMPLAINT;
      case REPLY -> EventKind.REPLY;
    };
  }

  static @Nullable EventKind kind(WebinarEngagementKind kind) {
    return switch (kind) {
      case UNKNOWN -> null;
      case REGISTERED -> EventKind.REGISTERED;
      case ATTENDED -> EventKind.ATTENDED;
      case WATCHED_ON_DEMAND -> EventKind.WATCHED_ON_DEMAND;
      case QUESTION_ASKED -> EventKind.QUESTION_ASKED;
      case POLL_ANSWERED -> EventKind.POLL_ANSWERED;
      case SURVEY_ANSWERED -> EventKind.SURVEY_ANSWERED;
      case CANCELLED -> EventKind.CANCELLED;
      case NO_SHOW -> EventKind.NO_SHOW;
    };
  }

  static @Nullable EventKind kind(OfflineEngagementKind kind) {
    return switch (kind) {
      case UNKNOWN -> null;
      case CARD_EXCHANGED -> EventKind.CARD_EXCHANGED;
      case BOOTH_VISITED -> EventKind.BOOTH_VISITED;
      case CALL_LOGGED -> EventKind.CALL_LOGGED;
      case EVENT_ATTENDED -> EventKind.EVENT_ATTENDED;
    };
  }

  static SalesActivity.@Nullable Kind kind(SalesActivityKind kind) {
    return switch (kind) {
      case UNKNOWN -> null;
      case ACCEPTED -> SalesActivity.Kind.ACCEPTED;
      case REJECTED -> SalesActivity.Kind.REJECTED;
      case CONTACTED -> SalesActivity.Kind.CONTACTED;
      case MEETING -> SalesActivity.Kind.MEETING;
      case QUALIFIED -> SalesActivity.Kind.QUALIFIED;
      case WON -> SalesActivity.Kind.WON;
      case LOST -> SalesActivity.Kind.LOST;
      case RECYCLED -> SalesActivity.Kind.RECYCLED;
    };
  }

  static IdentityChange.@Nullable Kind kind(IdentityChangeKind kind) {
    return switch (kind) {
      case UNKNOWN -> null;
      case LINK -> IdentityChange.Kind.LINK;
      case MERGE -> IdentityChange.Kind.MERGE;
      case SPLIT -> IdentityChange.Kind.SPLIT;
      case ERASE -> IdentityChange.Kind.ERASE;
    };
  }

  static @Nullable Exclusion exclusion(io.leadpulse.schemas.Exclusion exclusion) {
    return switch (exclusion) {
      case UNKNOWN -> null;
      case NONE -> Exclusion.NONE;
      case COMPETITOR -> Exclusion.COMPETITOR;
      case PARTNER -> Exclusion.PARTNER;
      case EMPLOYEE -> Exclusion.EMPLOYEE;
      case STUDENT -> Exclusion.STUDENT;
      case LEFT -> Exclusion.LEFT;
    };
  }

  /** What a rejection's reason says the lead is; most reasons say nothing about that. */
  static Exclusion exclusion(SalesActivityReason reason) {
    return switch (reason) {
      case COMPETITOR -> Exclusion.COMPETITOR;
      case PARTNER -> Exclusion.PARTNER;
      case EMPLOYEE -> Exclusion.EMPLOYEE;
      case STUDENT -> Exclusion.STUDENT;
      case LEFT -> Exclusion.LEFT;
      case UNKNOWN, NONE, WRONG_INFORMATION, NO_BUDGET, NO_NEED, BAD_TIMING, OTHER ->
          Exclusion.NONE;
    };
  }

  static RefusalCause cause(Cause cause) {
    return switch (cause) {
      case EMPTY -> RefusalCause.EMPTY;
      case UNREADABLE -> RefusalCause.UNREADABLE;
      case UNKNOWN_SCHEMA -> RefusalCause.UNKNOWN_SCHEMA;
      case TRUNCATED -> RefusalCause.TRUNCATED;
      case TRAILING_BYTES -> RefusalCause.TRAILING_BYTES;
      case TOO_LARGE -> RefusalCause.TOO_LARGE;
      case SCHEMA_UNAVAILABLE -> RefusalCause.SCHEMA_UNAVAILABLE;
      case INCOMPATIBLE_SCHEMA -> RefusalCause.INCOMPATIBLE_SCHEMA;
    };
  }
}
