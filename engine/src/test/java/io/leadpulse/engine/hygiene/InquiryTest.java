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
  private final Inquiry inquiry = new Inquiry(5, hour -> hour / 24);

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

  private List<RecentEvent> close(int recordedHour) {
    List<RecentEvent> closed = new ArrayList<>();
    inquiry.close(recent, recordedHour, HOUR, (event, kept) -> closed.add(event));
    return closed;
  }

  @Test
  void whatIsADayOldClosesAtOnceAfterSomeHours() {
    take(1);
    inquiry.take(recent, page(2, NOON + 6 * 3_600_000));
    inquiry.take(recent, page(3, NOON + 7 * 3_600_000));
    int inADay = HOUR + Inquiry.OPEN_HOURS;
    assertThat(close(inADay + Inquiry.CLOSE_EVERY_HOURS)).isEmpty();

    assertThat(close(inADay + Inquiry.CLOSE_EVERY_HOURS + 1))
        .extracting(RecentEvent::occurredAt)
        .containsExactly(NOON + 1, NOON + 2);
    assertThat(recent.all()).extracting(RecentEvent::occurredAt).containsExactly(NOON + 3);
  }

  @Test
  void theOldestCloseWhenThereAreTooMany() {
    Inquiry patient = new Inquiry(100, hour -> hour);
    int most = 156;
    for (int i = 0; i < most; i++) {
      patient.take(recent, page(i * 3_600_000, NOON));
    }
    List<RecentEvent> closed = new ArrayList<>();
    patient.close(recent, HOUR, HOUR, (event, kept) -> closed.add(event));
    assertThat(closed).isEmpty();

    patient.take(recent, page(most * 3_600_000, NOON));
    patient.close(recent, HOUR, HOUR, (event, kept) -> closed.add(event));
    assertThat(closed).hasSize(33).extracting(RecentEvent::occurredAt).startsWith(NOON);
    assertThat(recent.size()).isEqualTo(124);
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
