package io.leadpulse.intake.weblog;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.WebAccessKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessKindsTest {
  @ParameterizedTest
  @CsvSource({
    "GET, /, '', 200, PAGE_VIEW",
    "GET, /price/, '', 304, PAGE_VIEW",
    "GET, /index.html, '', 206, PAGE_VIEW",
    "GET, /v1.2/, '', 200, PAGE_VIEW",
    "GET, /docs.py/intro, '', 200, PAGE_VIEW",
    "GET, /search, q=rss, 200, RESOURCE",
    "GET, /search, q=rss-readers, 200, PAGE_VIEW",
    "GET, /blog, flav=atom, 200, RESOURCE",
    "GET, /, a=b&feed=rss2, 200, RESOURCE",
    "GET, /blog/feed/, '', 200, RESOURCE",
    "GET, /feedback, '', 200, PAGE_VIEW",
    "GET, /robots.txt, '', 200, RESOURCE",
    "GET, /a/STYLE.CSS, v=2, 200, RESOURCE",
    "GET, /missing, '', 404, RESOURCE",
    "GET, /moved, '', 301, RESOURCE",
    "HEAD, /, '', 200, RESOURCE",
    "POST, /contact, '', 200, RESOURCE",
    "OPTIONS, '', '', 200, RESOURCE",
    "GET, /paper.pdf, '', 200, FILE_DOWNLOAD",
    "GET, /paper.PDF, v=2, 206, FILE_DOWNLOAD",
    "GET, /paper.pdf, '', 304, RESOURCE",
    "GET, /paper.pdf, '', 404, RESOURCE",
    "HEAD, /paper.pdf, '', 200, RESOURCE"
  })
  void tellsWhatPeopleLookAtFromTheRest(
      String method, String path, String query, int status, WebAccessKind kind) {
    assertThat(AccessKinds.of(new Request(method, "", path, query), status)).isEqualTo(kind);
  }
}
