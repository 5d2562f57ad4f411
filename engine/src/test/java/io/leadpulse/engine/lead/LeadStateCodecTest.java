package io.leadpulse.engine.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LeadStateCodecTest {
  /** {@link StoredLead} as layout 1 held it. */
  private static final String LAYOUT_1 =
      "019e853d02c44f14130180e690a7e46880e690a7e4680180bcc9f5e1680780bcc9f5e168"
          + "0001b501010201000101000180c239c61e0102d202000088ab0314c4ca0302010002065f"
          + "9bb09e01af010100c866abff0001604b63183d0a2892ad029601eb2a2d190195020100ee"
          + "bffc4b02ad0203ab020300ecb6d5530001f3e82dffede95554ef0100da0bf86701b10101"
          + "0014001b4ff075f98c8380f2823d01d239c83b5e7cb8b90000bebc1a2f4ead57120001d6"
          + "1ec0fc44dc3d723c00514b6eb45290a6553b016c0ec1ee7d7cae7c7800e9fa288577f9d8"
          + "bc7501a45a989a2daa0bffb201006398b686d85ec8fdb101014e09faa10b8c3b08ee0100"
          + "e92c5b00003f3c17ed0101a24fa6d037e8fdc7aa0201d7756730fcff6e50ed0100d8528e"
          + "d3f12d470b0204e943251ba2bac2621004caa3a1ae33dbba2f28041497737a6277542d02"
          + "0072ac6cc656aea4cb0200a9f1ca92f18d9d5402009a0328eebb795c666508076576656e"
          + "742d3380b6928be16808c866abff0c2f6e6577732f737072696e670000086576656e742d"
          + "313280f0c98ee16807ecb6d553000000076576656e742d35808292f2e16808c866abff0c"
          + "2f6e6577732f737072696e670000086576656e742d313480f680f9e16801da0bf8670363"
          + "726d0363726d00086576656e742d313580b0b8fce168025f9bb09e07636f6e7461637400"
          + "03e698a5076576656e742d3780ce91d9e26808c866abff0c2f6e6577732f737072696e67"
          + "0000076576656e742d39809a91c0e36808c866abff0c2f6e6577732f737072696e670000"
          + "086576656e742d313180e690a7e46808c866abff0c2f6e6577732f737072696e670000";

  private final LeadStateCodec codec = new LeadStateCodec();

  @Test
  void readsWhatLayoutOneHeldAsTheSameLead() {
    LeadState read = codec.read(HexFormat.of().parseHex(LAYOUT_1));
    assertThat(codec.write(read)).isEqualTo(codec.write(StoredLead.makeSettled()));
    assertThat(read.touches()).isEqualTo(StoredLead.make().touches()).hasSize(Evidence.CAPACITY);
  }

  @Test
  void readsWhatItWrites() {
    byte[] bytes = codec.write(StoredLead.make());
    assertThat(codec.write(codec.read(bytes))).isEqualTo(bytes);
    assertThat(bytes[0]).isEqualTo((byte) LeadStateCodec.VERSION);
  }

  @Test
  void aLeadThatNothingIsKnownOfTakesAFewBytes() {
    byte[] bytes = codec.write(new LeadState());
    assertThat(bytes).hasSizeLessThan(24);
    assertThat(codec.write(codec.read(bytes))).isEqualTo(bytes);
  }

  @Test
  void refusesTheLayoutOfALaterRelease() {
    assertThatThrownBy(() -> codec.read(new byte[] {4}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("layout 4");
  }

  @Test
  void refusesBytesLeftOver() {
    byte[] bytes = codec.write(new LeadState());
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> codec.read(longer)).hasMessageContaining("left over");
  }

  @Test
  void aLeadTellsWhatItTakesOnTheHeap() {
    int empty = new LeadState().footprint();
    int lead = StoredLead.make().footprint();
    assertThat(empty).isBetween(300, 700);
    assertThat(lead).isBetween(empty + 500, 4_000);
  }
}
