package io.leadpulse.cli.simulate;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mail of the simulated vendor.
 *
 * @param links what it links to, the first one most prominent
 */
record Letter(String campaign, String subject, String topic, List<Page> links) {
  /** In the source of every letter, in no picture of it: what follows it reads no pictures. */
  static final String HIDDEN_LINK = "https://" + Site.HOST + "/mail/not-for-readers";

  /** Most letters of a newsletter have so many; one has one less. */
  private static final int LINKS = 10;

  static final List<Letter> NEWSLETTERS =
      List.of(
          newsletter("inventory", "【Tanazashi通信】在庫の見直し、どこから?", LINKS),
          newsletter("ordering", "【Tanazashi通信】FAX受注をやめた会社の話", LINKS - 1),
          newsletter("warehouse", "【Tanazashi通信】誤出荷を減らす現場の工夫", LINKS),
          newsletter("forecast", "【Tanazashi通信】需要予測の始め方", LINKS));

  /** What fits the topic first, then what every newsletter links to. */
  private static Letter newsletter(String topic, String subject, int links) {
    List<Page> usual = Stream.of(Site.BLOG, Site.PRODUCT, Site.CASE).flatMap(List::stream).toList();
    List<Page> chosen =
        Stream.concat(usual.stream().filter(page -> page.topic().equals(topic)), usual.stream())
            .distinct()
            .limit(links)
            .toList();
    return new Letter("newsletter-" + topic, subject, topic, chosen);
  }
}
