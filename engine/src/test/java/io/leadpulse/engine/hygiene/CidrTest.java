package io.leadpulse.engine.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0/8",
        "10.0.0.0.0",
        "10.0.0.256",
        "010.0.0.1",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0.0/8 ",
        "a.b.c.d",
        "localhost",
        "example.org",
        ":",
        ":::",
        "1",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "::g",
        "1:",
        ":1",
        "::1%eth0",
        "[::1]",
        "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3.4:5",
        "::/129",
        "::ffff:10.0.0.0/",
        "1:2:3:4:5:6:7::8",
        "\u0661.0.0.1",
        "::\uff11"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThat(Cidr.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9/24, 203.0.113.0/24, false",
    "203.0.113.9, 203.0.113.9/32, true",
    "0.0.0.0/0, 0.0.0.0/0, true",
    "2001:DB8::1/32, 2001:db8:0:0:0:0:0:0/32, false",
    "::1, 0:0:0:0:0:0:0:1/128, true",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0/128, true",
    "::ffff:203.0.113.0/120, 203.0.113.0/24, true",
    "64:ff9b::203.0.113.0/120, 64:ff9b:0:0:0:0:cb00:7100/120, true",
  })
  void saysTheNetworkWithoutFurtherBits(String text, String network, boolean exact) {
    Cidr cidr = Cidr.parse(text).orElseThrow();
    assertThat(cidr.text()).isEqualTo(network);
    assertThat(cidr.exact()).isEqualTo(exact);
  }

  @Test
  void everybodyIsInTheNetworksOfNoLength() {
    assertThat(Cidr.parse("0.0.0.0/0").orElseThrow().isEverything()).isTrue();
    assertThat(Cidr.parse("::/0").orElseThrow().isEverything()).isTrue();
    assertThat(Cidr.parse("10.0.0.0/8").orElseThrow().isEverything()).isFalse();
    assertThat(Cidr.parse("2001:db8:0:0:0:1::/96").orElseThrow().isEverything()).isFalse();
  }

  @Test
  void whatIsNoAddressLiesInNoNetwork() {
    Networks all = new Networks(List.of("0.0.0.0/0", "::/0"));
    assertThat(all.contains("192.0.2.1")).isTrue();
    assertThat(all.contains("unknown")).isFalse();
    assertThat(all.contains("")).isFalse();
    assertThat(new Networks(List.of()).contains("192.0.2.1")).isFalse();
  }
}
