package io.leadpulse.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.benchmarks.peer.Claim;
import io.leadpulse.benchmarks.traffic.Audience;
import io.leadpulse.benchmarks.traffic.Sent;
import io.leadpulse.benchmarks.traffic.Traffic;
import io.leadpulse.benchmarks.traffic.TrafficSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GoldenTest {
  private final Sent event =
      new Traffic(TrafficSettings.usual(1, new Audience(10, 0.8, 0), 1, 10, 200, Instant.EPOCH))
          .next();

  @Test
  void aCopyIsNoFurtherEventOfItsLead() throws IOException {
    Golden golden = new Golden(Claim.EVENTS_COUNTED);
    assertThat(number(golden.value(event))).isEqualTo(1);
    assertThat(number(golden.value(event))).isEqualTo(1);
  }

  @Test
  void aCopyIsAFurtherRecordOfItsLead() throws IOException {
    copyIsCounted(Claim.LEAN_RECORDS_COUNTED);
    copyIsCounted(Claim.LAST_COUNTS);
  }

  private void copyIsCounted(Claim claim) throws IOException {
    Golden golden = new Golden(claim);
    assertThat(number(golden.value(event))).isEqualTo(1);
    assertThat(number(golden.value(event))).isEqualTo(2);
  }

  private static long number(byte[] value) {
    return ByteBuffer.wrap(value).getLong(value.length - Long.BYTES);
  }
}
