package io.leadpulse.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leadpulse.engine.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VisitorStateCodecTest {
  private static final long DAY = 86_400_000;
  private static final int TODAY = 20_500;
  private static final String VISITOR = "5f0c1b1e-7f0e-4f7e-9d56-0a9a6f3b2c11";
  private static final String LEAD = "c0ffee00-1234-4abc-8def-001122334455";

  private final VisitorStateCodec codec = new VisitorStateCodec();

  @Test
  void storedStateReadsBackAsItWas() {
    Property.check(
        VisitorStateCodecTest::random,
        visitor -> {
          byte[] stored = codec.write(visitor);
          VisitorState back = codec.read(stored);
          assertThat(back.links()).isEqualTo(visitor.links());
          assertThat(back.waiting()).isEqualTo(visitor.waiting());
          for (int i = 0; i < back.waiting().size(); i++) {
            assertThat(back.waiting().get(i).payload())
                .isEqualTo(visitor.waiting().get(i).payload());
          }
          assertThat(back.isShared()).isEqualTo(visitor.isShared());
          assertThat(back.lastDay()).isEqualTo(visitor.lastDay());
          assertThat(codec.write(back)).isEqualTo(stored);
        });
  }

  /** With its id, as the key, and what RocksDB puts before it: key group and lengths. */
  @Test
  void aVisitorForWhomNothingWaitsTakesLessThanAHundredBytes() {
    VisitorState visitor = new VisitorState();
    visitor.seen(TODAY + 80);
    visitor.links.add(new Link(TODAY * DAY + 12_345_678, LEAD));
    int key = 2 + 1 + VISITOR.getBytes(StandardCharsets.UTF_8).length + 1;
    int value = 1 + codec.write(visitor).length;
    assertThat(value).isLessThanOrEqualTo(53);
    assertThat(key + value).isLessThan(100);
  }

  /** What savepoints of the first release hold. */
  @Test
  void readsTheFirstLayout() {
    VisitorState linked =
        codec.read(HexFormat.of().parseHex("010195a0010203616461" + "03626f6202008801018002"));
    assertThat(linked.lastDay()).isEqualTo(TODAY);
    assertThat(linked.links())
        .containsExactly(new Link(TODAY * DAY + 68, "ada"), new Link(TODAY * DAY + 196, "bob"));
    VisitorState waiting =
        codec.read(HexFormat.of().parseHex("010295a001010a0700000000000000020102"));
    assertThat(waiting.waiting())
        .containsExactly(new WaitingTouch(TODAY * DAY + 5, 7, new byte[0]));
    assertThat(waiting.waiting().get(0).payload()).containsExactly(1, 2);
    assertThat(codec.read(HexFormat.of().parseHex("010495a001")).isShared()).isTrue();
  }

  @Test
  void refusesWhatALaterReleaseWrote() {
    assertThatIllegalStateException()
        .isThrownBy(() -> codec.read(new byte[] {2, 0, 0}))
        .withMessageContaining("layout 2");
  }

  @Test
  void refusesBytesThatAreLeftOver() {
    assertThatIllegalStateException()
        .isThrownBy(() -> codec.read(new byte[] {1, 0, 0, 0}))
        .withMessageContaining("left over");
  }

  private static VisitorState random(SplittableRandom random) {
    VisitorState visitor = new VisitorState();
    if (random.nextBoolean()) {
      visitor.seen(random.nextInt(40_000));
    }
    switch (random.nextInt(3)) {
      case 0 -> visitor.shared = true;
      case 1 -> {
        for (int left = random.nextInt(20); left > 0; left--) {
          visitor.links.add(new Link(random.nextLong(4L << 40), "リード-" + random.nextInt(4)));
        }
      }
      default -> {
        for (int left = random.nextInt(20); left > 0; left--) {
          byte[] payload = new byte[random.nextInt(300)];
          random.nextBytes(payload);
          long at = random.nextLong(4L << 40);
          WaitingTouch touch = new WaitingTouch(at, random.nextLong(), payload);
          VisitorPolicy.await(visitor, touch, new VisitorRun());
        }
      }
    }
    return visitor;
  }
}
