package io.leadpulse.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LeadStateSerializerTest {
  private final LeadStateSerializer serializer = new LeadStateSerializer();

  @Test
  void givesBackTheBytesOfALead() throws IOException {
    byte[] lead = new LeadStateCodec().write(new LeadState());
    assertThat(Frozen.value(serializer, Frozen.value(serializer, lead))).isEqualTo(lead);
  }

  @Test
  void frontsABlobOfThreeHundredBytesWithTwoOfLength() throws IOException {
    byte[] lead = new byte[300];
    assertThat(Frozen.value(serializer, lead)).hasSize(2 * 302).startsWith("ac02");
  }

  /** The heap backend keeps what it is given; nothing ever writes into it. */
  @Test
  void copiesNothingBecauseBytesNeverChange() {
    byte[] lead = {1, 2, 3};
    assertThat(serializer.copy(lead)).isSameAs(lead);
    assertThat(serializer.isImmutableType()).isTrue();
  }
}
