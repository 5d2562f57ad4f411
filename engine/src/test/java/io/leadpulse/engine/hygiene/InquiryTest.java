package io.leadpulse.engine.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InquiryTest {
  private static final long NOON = 1_764_331_200_000L;
  private static final int HOUR = (int) (NOON / 3_600_000);

  private final RecentEvents recent = new RecentEvents();
  private final Inquiry inquiry = new Inquiry(new VerdictRules(5, 15_000), hour -> hour / 24);

  private RecentEvent page(int number, long recordedAt) {
    Engagement event =
        Engagement.of(EventKind.PAGE_VIEW, "lead", "e" + number)
            .occurredAt(NOON + number)
            .recordedAt(recordedAt)
            .path("/p" + number)
            .build();
    List<RecentTouch> touches = List.of(new RecentTouch(7, false, 0));
    return Facts.of(event, Origin.NONE, 0, false, false, false, 0, touches, 0);
  }

  private RecentEvent take(int number) {
    RecentEvent event = page(number, NOON);
    inquiry.take(recent, event);
    return event;
  }

  @Test
  void oneMoreThanAPersonHasInADayMakesAllOfItSuspect() {
    for (int i = 0; i < 5; i++) {
      assertThat(take(i).counts()).isTrue();
    }
    RecentEvent oneTooMany = take(5);

    assertThat(SuspectReason.of(oneTooMany.reasons())).containsExactly(SuspectReason.FLOOD);
    assertThat(inquiry.changes()).hasSize(5).allMatch(change -> !change.event().counts());
    assertThat(SuspectReason.of(take(6).reasons())).containsExactly(SuspectReason.FLOOD);
    assertThat(recent.size()).isEqualTo(6);
  }

  @Test
  void nothingClosesWithinADayOfKafkasTime() {
    take(1);
    List<RecentEvent> closed = new ArrayList<>();
    inquiry.close(recent, HOUR + 24, HOUR, (event, kept) -> closed.add(event));
    assertThat(closed).isEmpty();

    inquiry.close(recent, HOUR + 25, HOUR, (event, kept) -> closed.add(event));
    assertThat(closed).hasSize(1);
    assertThat(recent.isEmpty()).isTrue();
  }

  @Test
  void storedEventsReadBackAsTheyWere() {
    take(1);
    RecentEvent held = page(2, NOON);
    held.heldUntil = NOON + 15_000;
    inquiry.take(recent, held);
    ByteSink out = new ByteSink();
    recent.write(out);

    RecentEvents back = new RecentEvents();
    back.read(new ByteSource(out.toBytes()));
    ByteSink again = new ByteSink();
    back.write(again);

    assertThat(again.toBytes()).isEqualTo(out.toBytes());
    assertThat(back.heldUntil()).isEqualTo(NOON + 15_000);
    assertThat(back.all()).extracting(RecentEvent::occurredAt).containsExactly(NOON + 1, NOON + 2);
  }
}
