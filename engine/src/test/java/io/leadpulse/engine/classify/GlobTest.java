package io.leadpulse.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "/pricing/**, /pricing",
    "/pricing/**, /pricing/",
    "/pricing/**, /pricing/enterprise/yearly",
    "/pricing/*, /pricing/enterprise",
    "/pricing/*, /pricing/enterprise/",
    "/*/pricing/**, /ja/pricing",
    "/**/pricing, /pricing",
    "/**/pricing, /ja/products/pricing/",
    "/a/**/b, /a/b",
    "/a/**/b, /a/x/y/b",
    "/a/**/b/**/c, /a/b/x/b/c",
    "*.pdf, /file.pdf",
    "*.pdf, /files/2026/white-paper.pdf",
    "downloads/*.pdf, /ja/downloads/a.pdf",
    "pricing.html, /ja/pricing.html",
    "/case-?/*, /case-1/x",
    "/**, /",
    "/**, /anything/at/all",
    "**, /anything",
    "/a**z, /abc/xyz",
    "/%E6%96%99%E9%87%91/**, /%E6%96%99%E9%87%91/x",
    "/料金/**, /料金",
  })
  void matchesPaths(String pattern, String path) {
    assertThat(matchesPath(pattern, path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/pricing/**, /pricing-old",
    "/pricing/**, /ja/pricing",
    "/pricing/**, /Pricing",
    "/pricing/*, /pricing",
    "/pricing/*, /pricing/",
    "/pricing/*, /pricing/a/b",
    "/case-?/*, /case-12/x",
    "/a?b, /a/b",
    "*.pdf, /file.pdf.html",
    "*.pdf, /pdf",
    "/a/**/b, /ab",
    "/a/**/b, /a/xb",
    "pricing.html, /old-pricing.html",
    "/料金/**, /%E6%96%99%E9%87%91",
  })
  void leavesOtherPathsAlone(String pattern, String path) {
    assertThat(matchesPath(pattern, path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "*price*, files/2026/price_list.pdf, true",
    "contact*, contact, true",
    "*toiawase, o-toiawase, true",
    "*toiawase, toiawase-form, false",
    "white-paper-?, white-paper-2, true",
    "white-paper-?, white-paper-, false",
    "a*b*c, aXbXbc, true",
    "a*b*c, acb, false",
  })
  void matchesAcrossSlashesInOtherAttributes(String pattern, String value, boolean expected) {
    assertThat(Glob.ofText(pattern).matches(value, value.length())).isEqualTo(expected);
  }

  @Test
  @Timeout(60)
  void doesNotRunAwayOnAdversarialValues() {
    String value = "/" + "a".repeat(20_000);
    Glob path = Glob.ofPath("/**/*a*a*a*a*a*a*b");
    Glob text = Glob.ofText("*a*a*a*a*a*a*a*b");

    for (int i = 0; i < 100; i++) {
      assertThat(path.matches(value, value.length())).isFalse();
    }
    assertThat(text.matches(value, value.length())).isFalse();
  }

  private static boolean matchesPath(String pattern, String path) {
    return Glob.ofPath(pattern).matches(path, Paths.end(path));
  }
}
