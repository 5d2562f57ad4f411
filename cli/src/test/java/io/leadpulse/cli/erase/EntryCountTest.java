package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryCountTest {
  private static final int CHUNK = 1 << 20;

  private final LeadId lead = new LeadId("lead-7");
  private final LeadId other = new LeadId("another-lead-with-a-longer-id");
  private final EntryCount count = new EntryCount(List.of(lead, other));

  @Test
  void countsEachPlaceOnceWhereverChunksMeet() throws Exception {
    byte[] form = lead.behindLength().get(0);
    for (int at = CHUNK - form.length - 40; at <= CHUNK + 2; at++) {
      EntryCount single = new EntryCount(List.of(lead, other));
      byte[] state = new byte[CHUNK + 100];
      System.arraycopy(form, 0, state, at, form.length);
      single.stream(new ByteArrayInputStream(state));
      assertThat(single.of(lead)).as("at %d", at).isOne();
      assertThat(single.of(other)).isZero();
    }
  }

  @Test
  void countsAnEntryOnceThatNamesTheLeadInKeyAndValue() {
    byte[] form = lead.behindLength().get(0);
    count.entry(form, form);
    count.entry(new byte[4], form);
    count.entry(form, new byte[0]);
    count.entry(new byte[4], new byte[4]);
    assertThat(count.of(lead)).isEqualTo(3);
    assertThat(count.of(other)).isZero();
  }
}
