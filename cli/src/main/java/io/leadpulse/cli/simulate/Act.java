package io.leadpulse.cli.simulate;

import java.util.function.Consumer;

/** What a visitor does on the site besides looking at pages. */
enum Act {
  WHITE_PAPER(session -> session.download(Site.WHITE_PAPERS)),
  PRICE_LIST(session -> session.download(Site.PRICE_LISTS)),
  VIDEO(session -> session.watch(Site.VIDEOS)),
  SEARCH(session -> session.search(Site.SEARCHES)),
  NEWSLETTER_SIGNUP(session -> submit(session, "newsletter", "メールマガジン登録")),
  CONTACT(session -> submit(session, "contact", "お問い合わせ")),
  DEMO(session -> submit(session, "demo", "デモのお申し込み")),
  DOCUMENT_REQUEST(
      session -> {
        session.view(new Page("/forms/document-request", "資料請求", ""));
        session.request("document_request", "資料請求", Site.BROCHURES);
      });

  private final Consumer<Session> deed;

  Act(Consumer<Session> deed) {
    this.deed = deed;
  }

  void perform(Session session) {
    deed.accept(session);
  }

  /** Looks at a form and sends it. */
  private static void submit(Session session, String form, String title) {
    session.view(new Page("/forms/" + form, title, ""));
    session.submit(form, title);
  }
}
