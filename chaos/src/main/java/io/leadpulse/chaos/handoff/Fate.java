package io.leadpulse.chaos.handoff;

import io.leadpulse.schemas.AlertType;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.HotLeadAlert;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was told of one alert. */
final class Fate {
  private static final String HAND_RAISE = "hand-raise";

  private final List<HandOff> releases = new ArrayList<>();
  private final List<HandOff> withdrawals = new ArrayList<>();
  private final List<HandOff> moves = new ArrayList<>();
  private @Nullable HotLeadAlert raised;
  private boolean over;

  void alert(HotLeadAlert alert) {
    if (alert.getType() == AlertType.RAISED) {
      raised = alert;
    } else if (alert.getType() != AlertType.UPDATED) {
      over = true;
    }
  }

  void handOff(HandOff told) {
    if (told.getKind() == HandOffKind.RELEASED) {
      releases.add(told);
    } else if (told.getKind() == HandOffKind.WITHDRAWN) {
      withdrawals.add(told);
    } else if (told.getKind() == HandOffKind.MOVED) {
      moves.add(told);
    }
  }

  /** The alert by which the lead became hot; null if there was none. */
  @Nullable HotLeadAlert raised() {
    return raised;
  }

  /** The first, if it was released. */
  @Nullable HandOff release() {
    return releases.isEmpty() ? null : releases.get(0);
  }

  /** Steps from one stage to another, in order. */
  List<HandOff> moves() {
    return moves;
  }

  boolean isWithdrawn() {
    return !withdrawals.isEmpty();
  }

  /** How it ended waiting: once at most. */
  int ends() {
    return releases.size() + withdrawals.size();
  }

  /** Whether the lead waits, as far as is told. */
  boolean isWaiting() {
    return raised != null && ends() == 0;
  }

  /** Whether it may wait for a slot: it did not ask to be contacted, and is hot still. */
  boolean mayWait() {
    return raised != null && !over && !raised.getCause().startsWith(HAND_RAISE);
  }

  /** Stage by kind as it was told last, in lower case; empty if it was not released. */
  String stage() {
    HandOff release = release();
    HandOff last = moves.isEmpty() ? release : moves.get(moves.size() - 1);
    return last == null ? "" : last.getStageKind();
  }

  /** Whether each step begins where the one before ended, from the release on. */
  boolean isUnbroken() {
    HandOff before = release();
    for (HandOff move : moves) {
      if (before == null || !before.getStage().equals(move.getPreviousStage())) {
        return false;
      }
      before = move;
    }
    return true;
  }
}
