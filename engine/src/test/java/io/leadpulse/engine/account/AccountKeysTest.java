package io.leadpulse.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountKeysTest {
  @ParameterizedTest
  @CsvSource({
    "acme.co.jp, acme.co.jp",
    "mail.tokyo.acme.co.jp, acme.co.jp",
    "ACME.com, acme.com",
    "shop.acme.chiyoda.tokyo.jp, acme.chiyoda.tokyo.jp",
    "日本語.jp, xn--wgv71a119e.jp",
    "gmail.com, ''",
    "mail.yahoo.co.jp, ''",
    "jcom.home.ne.jp, ''",
    "co.jp, ''",
    "jp, ''",
    "localhost, ''",
    "10.0.0.1, ''",
    "not a domain, ''",
    "-.-, ''"
  })
  void aMailDomainIsWhatSomebodyHasRegistered(String domain, String account) {
    assertThat(AccountKeys.of("", domain)).isEqualTo(account);
  }

  @Test
  void theCrmKnowsBetter() {
    assertThat(AccountKeys.of("acct-7", "gmail.com")).isEqualTo("acct-7");
    assertThat(AccountKeys.of("", "")).isEmpty();
  }
}
