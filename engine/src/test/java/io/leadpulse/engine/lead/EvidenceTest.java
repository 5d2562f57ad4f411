package io.leadpulse.engine.lead;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.property.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final List<String> PARTS =
      List.of("a", "/pricing", "é", "料金", "😀", "\uD83D", "\uDE00", "-0123456789", "資料請求フォーム");

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(15);
    for (int i = 0; i < parts; i++) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private static List<Engagement> events(SplittableRandom random) {
    List<Engagement> events = new ArrayList<>();
    int size = random.nextInt(20);
    for (int i = 0; i < size; i++) {
      events.add(
          Engagement.of(EventKind.CLICK, "lead", "é".repeat(random.nextInt(90)) + i)
              .occurredAt(random.nextInt(15))
              .link(text(random))
              .topic(text(random))
              .campaign(text(random))
              .build());
    }
    return events;
  }

  /** Of a text that Java writes: what is half a pair is a question mark. */
  private static String written(String text) {
    return new String(text.substring(0, Touch.kept(text)).getBytes(UTF_8), UTF_8);
  }

  private static Touch touch(Engagement event, int signal) {
    return new Touch(
        event.eventId(),
        event.occurredAt(),
        event.kind(),
        signal,
        written(event.link()),
        written(event.topic()),
        written(event.campaign()));
  }

  @Test
  void keepsTheLatestEightInTheOrderOfTimeAsBytes() {
    Property.check(
        EvidenceTest::events,
        events -> {
          Evidence evidence = new Evidence();
          List<Touch> plain = new ArrayList<>();
          for (int i = 0; i < events.size(); i++) {
            evidence.add(events.get(i), i);
            plain.add(touch(events.get(i), i));
            plain.sort(Comparator.comparingLong(Touch::occurredAt).thenComparing(Touch::eventId));
            if (plain.size() > Evidence.CAPACITY) {
              plain.remove(0);
            }
          }
          assertThat(evidence.touches()).isEqualTo(plain);
          assertThat(evidence.interests())
              .extracting(Evidence.Interest::topic)
              .isEqualTo(
                  plain.stream().map(Touch::topic).filter(topic -> !topic.isEmpty()).toList());
          assertThat(restored(evidence).touches()).isEqualTo(plain);
        });
  }

  private static Evidence restored(Evidence evidence) {
    ByteSink out = new ByteSink();
    evidence.write(out);
    Evidence restored = new Evidence();
    ByteSource in = new ByteSource(out.toBytes());
    restored.read(in);
    assertThat(in.isAtEnd()).isTrue();
    return restored;
  }

  @Test
  void anIdOfAnyLengthIsKeptWhole() {
    Evidence evidence = new Evidence();
    String id = "x".repeat(70_000);
    evidence.add(Engagement.of(EventKind.CLICK, "lead", id).link("/l").build(), 1);
    assertThat(evidence.touches()).extracting(Touch::eventId).containsExactly(id);
    assertThat(evidence.touches()).extracting(Touch::detail).containsExactly("/l");
  }
}
