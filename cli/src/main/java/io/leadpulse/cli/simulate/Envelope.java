package io.leadpulse.cli.simulate;

import io.leadpulse.schemas.BounceType;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.Topics;

/** One mail on its way to one person; every call is one thing that happens to it. */
final class Envelope {
  /** What prefetching proxies and scanners call themselves. */
  private static final String MACHINE_AGENT = "Mozilla/5.0";

  private final Diary diary;
  private final Letter letter;
  private final String messageId;

  Envelope(Diary diary) {
    this.diary = diary;
    this.letter = Chance.pick(diary.random(), Letter.NEWSLETTERS);
    this.messageId = diary.nextMessage();
  }

  Letter letter() {
    return letter;
  }

  void deliver(long at) {
    write(at, noteOf(at, EmailEngagementKind.DELIVERED));
  }

  void bounce(long at) {
    write(at, noteOf(at, EmailEngagementKind.BOUNCE).setBounceType(BounceType.HARD));
  }

  void open(long at) {
    write(at, noteOf(at, EmailEngagementKind.OPEN).setUserAgent(diary.person().device().agent()));
  }

  void openByMachine(long at) {
    write(
        at, noteOf(at, EmailEngagementKind.OPEN).setMachineOpen(true).setUserAgent(MACHINE_AGENT));
  }

  /**
   * @param link its place among the letter's links
   */
  void click(long at, int link) {
    write(at, clickOf(at, link).setUserAgent(diary.person().device().agent()));
  }

  /**
   * @param known whether the mail service sees that it is a machine
   */
  void clickByMachine(long at, int link, boolean known) {
    write(at, clickOf(at, link).setBotClick(known).setUserAgent(MACHINE_AGENT));
  }

  void reply(long at) {
    write(at, noteOf(at, EmailEngagementKind.REPLY));
  }

  void unsubscribe(long at) {
    write(at, noteOf(at, EmailEngagementKind.UNSUBSCRIBE));
  }

  private EmailEngagement.Builder clickOf(long at, int link) {
    return noteOf(at, EmailEngagementKind.CLICK)
        .setLinkUrl(letter.links().get(link).url())
        .setLinkId("l" + (link + 1))
        .setTopic(letter.links().get(link).topic());
  }

  private EmailEngagement.Builder noteOf(long at, EmailEngagementKind kind) {
    return diary
        .mail(at, kind)
        .setMessageId(messageId)
        .setSubject(letter.subject())
        .setTopic(letter.topic())
        .setCampaign(letter.campaign());
  }

  private void write(long at, EmailEngagement.Builder note) {
    diary.write(at, Topics.EMAIL_ENGAGEMENT, note.build());
  }
}
