package io.leadpulse.cli.erase;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.bytes.ByteSink;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class LeadIdTest {
  private final LeadId lead = new LeadId("lead-7");

  @Test
  void isFoundAsAWordOfATextAndNotAsAPartOfALongerOne() {
    assertThat(lead.isIn(utf8("lead-7"))).isTrue();
    assertThat(lead.isIn(utf8("{\"lead\":\"lead-7\"}"))).isTrue();
    assertThat(lead.isIn(utf8("GET /?id=lead-7&x=1"))).isTrue();
    assertThat(lead.isIn(utf8("lead-70,lead-7"))).isTrue();
    assertThat(lead.isIn(utf8("lead-70"))).isFalse();
    assertThat(lead.isIn(utf8("mislead-7"))).isFalse();
    assertThat(lead.isIn(utf8("lead-7-b, lead-"))).isFalse();
  }

  @Test
  void isFoundBehindItsLengthWhateverComesNext() throws Exception {
    ByteSink state = new ByteSink();
    state.text("lead-7");
    state.text("xyz");
    assertThat(lead.isStoredIn(state.toBytes())).isTrue();
    assertThat(lead.isStoredIn(key("lead-7"))).isTrue();
    byte[] avro = {12, 'l', 'e', 'a', 'd', '-', '7', 'a'};
    assertThat(lead.isStoredIn(avro)).isTrue();
    assertThat(lead.isIn(avro)).isTrue();
    assertThat(lead.isStoredIn(key("lead-70"))).isFalse();
    assertThat(lead.isStoredIn(utf8("lead-7"))).isFalse();
  }

  @Test
  void isFoundWhereFlinkDoesNotWriteItInUtf8() throws Exception {
    LeadId japanese = new LeadId("顧客-7");
    assertThat(japanese.isStoredIn(key("顧客-7"))).isTrue();
    assertThat(japanese.isStoredIn(key("顧客-8"))).isFalse();
    assertThat(japanese.isIn(utf8("id=顧客-7;"))).isTrue();
  }

  private static byte[] key(String text) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(16);
    out.writeShort(7);
    StringSerializer.INSTANCE.serialize(text, out);
    out.writeByte(0);
    return out.getCopyOfBuffer();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
