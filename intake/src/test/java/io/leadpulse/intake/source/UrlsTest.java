package io.leadpulse.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://Example.com/Price/?a=b#top | https://example.com/Price/",
        "HTTP://example.com | http://example.com",
        "https://taro:secret@example.com/ | https://example.com/",
        "https://example.com/stop/taro@example.com/now | https://example.com/stop/*/now",
        "https://example.com/stop/taro%40example.com | https://example.com/stop/*",
        "mailto:taro@example.com | ''",
        "javascript:alert(1) | ''",
        "'' | ''"
      })
  void aLinkKeepsNothingPersonal(String url, String link) {
    assertThat(Urls.link(url)).isEqualTo(link);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://www.Google.com/search?q=taro | www.google.com/search",
        "http://example.com | example.com",
        "android-app://com.example.mail/ | com.example.mail/",
        "/products/?a=b | /products/",
        "'' | ''"
      })
  void aReferrerIsHostAndPath(String url, String referrer) {
    assertThat(Urls.referrer(url)).isEqualTo(referrer);
  }

  @ParameterizedTest
  @CsvSource({"/@taro/1", "/img/logo@2x.png", "/a@b/", "/price/"})
  void aPathWithoutAnAddressStays(String path) {
    assertThat(Urls.maskedPath(path)).isEqualTo(path);
  }
}
