package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import org.jspecify.annotations.Nullable;

/** Pages that a program fetches: nobody stays, nothing is scrolled. */
final class Fetches {
  private static final int OK = 200;

  private final Diary diary;
  private final Browser browser;
  private final Doing doing;
  private final String session;
  private final @Nullable String leadId;

  /**
   * @param leadId whom the accesses name; null for the visitor only
   */
  Fetches(Diary diary, Browser browser, Doing doing, @Nullable String leadId) {
    this.diary = diary;
    this.browser = browser;
    this.doing = doing;
    this.leadId = leadId;
    session = diary.nextSession();
  }

  void get(long at, Page page) {
    fetch(at, page, "GET");
  }

  void head(long at, Page page) {
    fetch(at, page, "HEAD");
  }

  private void fetch(long at, Page page, String method) {
    WebAccess access =
        diary
            .web(at, WebAccessKind.PAGE_VIEW, browser)
            .setLeadId(leadId)
            .setHost(Site.HOST)
            .setPath(page.path())
            .setTitle(page.title())
            .setTopic(page.topic())
            .setSessionId(session)
            .setMethod(method)
            .setStatus(OK)
            .build();
    diary.write(at, Topics.WEB_ACCESS, access, doing);
  }
}
