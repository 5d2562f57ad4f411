package io.leadpulse.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LeadIdsTest {
  private final LeadIds ids = idsWith("0123456789abcdef0123456789abcdef");

  @Test
  void aLeadIsTheHeadOfTheKeyedHash() {
    // printf %s taro@example.com | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
    assertThat(ids.lead("taro@example.com")).isEqualTo("l-7bb600cae895c99bef1e8cbedd75bdd0");
  }

  @Test
  void caseAndSpaceAroundAnAddressMakeNoOtherLead() {
    assertThat(ids.lead(" Taro@Example.COM\u3000")).isEqualTo(ids.lead("taro@example.com"));
  }

  @Test
  void caseOfAnExactIdMakesAnotherLead() {
    assertThat(ids.exactLead("abC")).isNotEqualTo(ids.exactLead("abc"));
  }

  @Test
  void anotherKeyMakesAnotherLead() {
    assertThat(idsWith("another key another key another!").lead("taro@example.com"))
        .isNotEqualTo(ids.lead("taro@example.com"));
  }

  @Test
  void aVisitorIsAddressAndAgentTogether() {
    assertThat(ids.visitor("192.0.2.1", "Firefox"))
        .matches("v-[0-9a-f]{32}")
        .isEqualTo(ids.visitor("192.0.2.1", "Firefox"))
        .isNotEqualTo(ids.visitor("192.0.2.2", "Firefox"))
        .isNotEqualTo(ids.visitor("192.0.2.1", "Safari"));
  }

  @Test
  void partsOfAnEventAreNotMistakenForOneAnother() {
    assertThat(ids.event("ab", "c")).isNotEqualTo(ids.event("a", "bc"));
    assertThat(ids.event("a", "")).isNotEqualTo(ids.event("a"));
  }

  private static LeadIds idsWith(String key) {
    return new LeadIds(HashKey.parse(key.getBytes(StandardCharsets.US_ASCII)));
  }
}
