package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** One visit to the site while it goes on; every call is one hit, some time after the last. */
final class Session {
  private static final long SHORTEST_STAY = TimeUnit.SECONDS.toMillis(20);
  private static final long LONGEST_STAY = TimeUnit.SECONDS.toMillis(60);
  private static final int OK = 200;

  private final Diary diary;
  private final RandomGenerator random;
  private final Origin origin;
  private final Browser browser;
  private final Doing doing;
  private final String id;
  private long at;
  private String path = "/";
  private String topic = "";
  private String referrer;

  /**
   * A visit of the person's own.
   *
   * @param start when the first hit is, in epoch milliseconds
   */
  Session(Diary diary, Origin origin, long start) {
    this(diary, origin, start, diary.anyBrowser(), diary.own(Setting.VISIT));
  }

  /**
   * @param start when the first hit is, in epoch milliseconds
   * @param doing whose visit it is
   */
  Session(Diary diary, Origin origin, long start, Browser browser, Doing doing) {
    this.diary = diary;
    this.browser = browser;
    this.doing = doing;
    this.random = diary.random();
    this.origin = origin;
    this.id = diary.nextSession();
    this.at = start;
    this.referrer = origin.referrer();
  }

  void view(List<Page> pages) {
    view(Chance.pick(random, pages));
  }

  void view(Page page) {
    hit(viewOf(page));
    referrer = page.address();
  }

  /** By a link of a mail, which tells the site who comes, unless it names visitors only. */
  void arrive(Page page) {
    if (diary.person().equipment().visitorsOnly()) {
      view(page);
      return;
    }
    tell(viewOf(page));
    referrer = page.address();
  }

  private WebAccess.Builder viewOf(Page page) {
    path = page.path();
    topic = page.topic();
    return hitOf(WebAccessKind.PAGE_VIEW).setTitle(page.title());
  }

  /** Takes a file that is behind a form. */
  void download(List<Asset> assets) {
    Asset asset = Chance.pick(random, assets);
    tell(
        hitOf(WebAccessKind.FILE_DOWNLOAD)
            .setPath(asset.path())
            .setTopic(asset.topic())
            .setFormId("download")
            .setAssetId(asset.id())
            .setAssetTitle(asset.title()));
  }

  void watch(List<Asset> videos) {
    Asset video = Chance.pick(random, videos);
    hit(
        hitOf(WebAccessKind.VIDEO_PLAY)
            .setTopic(video.topic())
            .setAssetId(video.id())
            .setAssetTitle(video.title()));
  }

  void search(List<String> terms) {
    hit(
        hitOf(WebAccessKind.SITE_SEARCH)
            .setPath("/search")
            .setSearchTerms(Chance.pick(random, terms)));
  }

  void submit(String form, String title) {
    tell(submissionOf(form, title));
  }

  /** Asks for something to be sent. */
  void request(String form, String title, List<Asset> assets) {
    Asset asset = Chance.pick(random, assets);
    tell(
        submissionOf(form, title)
            .setTopic(asset.topic())
            .setAssetId(asset.id())
            .setAssetTitle(asset.title()));
  }

  private WebAccess.Builder submissionOf(String form, String title) {
    return hitOf(WebAccessKind.FORM_SUBMIT).setMethod("POST").setFormId(form).setTitle(title);
  }

  private WebAccess.Builder hitOf(WebAccessKind kind) {
    return diary
        .web(at, kind, browser)
        .setOwnStaff(diary.person().isMarked())
        .setHost(Site.HOST)
        .setPath(path)
        .setTopic(topic)
        .setReferrer(referrer)
        .setSessionId(id)
        .setSource(origin.source())
        .setCampaign(origin.campaign())
        .setMethod("GET")
        .setStatus(OK);
  }

  /** What names the lead, and ties the browser to it: whoever sends a form says who he is. */
  private void tell(WebAccess.Builder access) {
    hit(access.setLeadId(diary.person().leadId()), Naming.TELLS);
  }

  private void hit(WebAccess.Builder hit) {
    hit(hit, doing.naming());
  }

  private void hit(WebAccess.Builder hit, Naming naming) {
    long stay = Chance.between(random, SHORTEST_STAY, LONGEST_STAY);
    hit.setDwellSeconds((int) TimeUnit.MILLISECONDS.toSeconds(stay))
        .setScrollPercent(Chance.between(random, 20, 100));
    diary.write(at, Topics.WEB_ACCESS, hit.build(), doing.naming(naming));
    at += stay;
  }
}
