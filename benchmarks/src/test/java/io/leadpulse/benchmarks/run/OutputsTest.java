package io.leadpulse.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.benchmarks.peer.Claim;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private static final byte[] LEAD = {1};

  @Test
  void theOrderOfRecordsDoesNotCount() {
    assertThat(sameRecords(1, 2, 3)).isEqualTo(sameRecords(3, 1, 2));
  }

  @Test
  void aRecordThatIsMissingTwiceThereOrAnotherOneIsSeen() {
    assertThat(sameRecords(1, 2)).isNotEqualTo(sameRecords(1, 2, 3));
    assertThat(sameRecords(1, 2, 2)).isNotEqualTo(sameRecords(1, 2, 3));
    assertThat(sameRecords(1, 1, 3)).isNotEqualTo(sameRecords(2, 2, 3));
  }

  @Test
  void whichRecordHasWhichNumberDoesNotCountButTheNumbersDo() {
    assertThat(counted(7, 1, 8, 2)).isEqualTo(counted(8, 1, 7, 2));
    assertThat(counted(7, 1, 8, 2)).isNotEqualTo(counted(7, 1, 8, 1));
    assertThat(counted(7, 1, 8, 2)).isNotEqualTo(counted(7, 1, 9, 2));
  }

  @Test
  void theLastCountOfALeadIsWhatItsEventsCountTo() {
    assertThat(eventsCounted(1, 2, 3))
        .isEqualTo(eventsCounted(3, 1, 2))
        .isEqualTo(eventsCounted(1, 1, 3));
    assertThat(eventsCounted(1, 2, 2)).isNotEqualTo(eventsCounted(1, 2, 3));
    assertThat(eventsCounted(1, 3)).isNotEqualTo(eventsCounted(1, 2, 3));
  }

  @Test
  void ofUpsertsTheLastCountsAndNotHowManyThereWere() {
    assertThat(counted(Claim.LAST_COUNTS, 1, 2, 3)).isEqualTo(counted(Claim.LAST_COUNTS, 3));
    assertThat(counted(Claim.LAST_COUNTS, 1, 3, 2)).isNotEqualTo(counted(Claim.LAST_COUNTS, 3));
  }

  private static String eventsCounted(long... counts) {
    return counted(Claim.EVENTS_COUNTED, counts);
  }

  private static String counted(Claim claim, long... counts) {
    Outputs outputs = new Outputs(claim);
    for (long count : counts) {
      outputs.add(LEAD, ByteBuffer.allocate(2 * Long.BYTES).putLong(0).putLong(count).array());
    }
    return outputs.toString();
  }

  private static String sameRecords(int... values) {
    Outputs outputs = new Outputs(Claim.SAME_RECORDS);
    for (int value : values) {
      outputs.add(LEAD, new byte[] {(byte) value});
    }
    return outputs.toString();
  }

  private static String counted(int... valuesAndNumbers) {
    Outputs outputs = new Outputs(Claim.LEAN_RECORDS_COUNTED);
    for (int i = 0; i < valuesAndNumbers.length; i += 2) {
      outputs.add(
          LEAD,
          ByteBuffer.allocate(1 + Long.BYTES)
              .put((byte) valuesAndNumbers[i])
              .putLong(valuesAndNumbers[i + 1])
              .array());
    }
    return outputs.toString();
  }
}
