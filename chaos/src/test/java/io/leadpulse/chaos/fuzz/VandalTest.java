package io.leadpulse.chaos.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class VandalTest {
  private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void theSameSeedDamagesAlikeAndAnotherOneDoesNot() {
    assertThat(bytes(1)).isDeepEqualTo(bytes(1));
    assertThat(bytes(1)).isNotEqualTo(bytes(2));
  }

  @Test
  void doesEveryKindOfDamage() {
    Vandal vandal = vandal(1);
    Set<Damage> done = EnumSet.noneOf(Damage.class);
    for (int number = 0; number < 500; number++) {
      ProducerRecord<byte[], byte[]> message = vandal.damaged(number);
      done.add(Damage.values()[message.headers().lastHeader(Vandal.HEADER).value()[0]]);
    }
    assertThat(done).containsExactlyInAnyOrder(Damage.values());
  }

  private static byte[][] bytes(long seed) {
    Vandal vandal = vandal(seed);
    byte[][] bytes = new byte[100][];
    for (int number = 0; number < bytes.length; number++) {
      bytes[number] = vandal.damaged(number).value();
    }
    return bytes;
  }

  private static Vandal vandal(long seed) {
    return new Vandal(seed, new Specimens(seed, 50, NOW));
  }
}
