package io.leadpulse.engine.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a lead did, in the words that a scoring model uses after {@code on:}. */
public enum EventKind {
  PAGE_VIEW(Channel.WEB, "page-view"),
  FILE_DOWNLOAD(Channel.WEB, "file-download"),
  FORM_SUBMIT(Channel.WEB, "form-submit"),
  SITE_SEARCH(Channel.WEB, "site-search"),
  VIDEO_PLAY(Channel.WEB, "video-play"),
  /** A request that is no page view: an asset, another method, an error. */
  RESOURCE(Channel.WEB, "resource"),
  DELIVERED(Channel.EMAIL, "delivered"),
  OPEN(Channel.EMAIL, "open"),
  CLICK(Channel.EMAIL, "click"),
  BOUNCE(Channel.EMAIL, "bounce"),
  UNSUBSCRIBE(Channel.EMAIL, "unsubscribe"),
  COMPLAINT(Channel.EMAIL, "complaint"),
  REPLY(Channel.EMAIL, "reply"),
  REGISTERED(Channel.WEBINAR, "registered"),
  ATTENDED(Channel.WEBINAR, "attended"),
  WATCHED_ON_DEMAND(Channel.WEBINAR, "watched-on-demand"),
  QUESTION_ASKED(Channel.WEBINAR, "question-asked"),
  POLL_ANSWERED(Channel.WEBINAR, "poll-answered"),
  SURVEY_ANSWERED(Channel.WEBINAR, "survey-answered"),
  CANCELLED(Channel.WEBINAR, "cancelled"),
  NO_SHOW(Channel.WEBINAR, "no-show"),
  CARD_EXCHANGED(Channel.OFFLINE, "card-exchanged"),
  BOOTH_VISITED(Channel.OFFLINE, "booth-visited"),
  CALL_LOGGED(Channel.OFFLINE, "call-logged"),
  EVENT_ATTENDED(Channel.OFFLINE, "event-attended");

  private static final Map<String, EventKind> BY_TERM =
      Arrays.stream(values()).collect(Collectors.toMap(EventKind::term, Function.identity()));

  private final Channel channel;
  private final String term;

  EventKind(Channel channel, String term) {
    this.channel = channel;
    this.term = term;
  }

  public Channel channel() {
    return channel;
  }

  /** The kind's name in scoring models, such as {@code page-view}. */
  public String term() {
    return term;
  }

  public static Optional<EventKind> ofTerm(String term) {
    return Optional.ofNullable(BY_TERM.get(term));
  }
}
