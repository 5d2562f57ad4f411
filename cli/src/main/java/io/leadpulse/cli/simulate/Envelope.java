package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.BounceType;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.Topics;

/** One mail on its way to one person; every call is one thing that happens to it. */
final class Envelope {
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
    write(at, noteOf(at, EmailEngagementKind.DELIVERED), Doing.machine(Setting.MAIL_SERVICE));
  }

  void bounce(long at) {
    write(
        at,
        noteOf(at, EmailEngagementKind.BOUNCE).setBounceType(BounceType.HARD),
        Doing.machine(Setting.MAIL_SERVICE));
  }

  void open(long at, Client client) {
    EmailEngagement.Builder note = noteOf(at, EmailEngagementKind.OPEN);
    write(at, withClient(note, client).setMachineOpen(client.flagged()), client.doing());
  }

  /**
   * @param link its place among the letter's links
   */
  void click(long at, int link, Client client) {
    EmailEngagement.Builder note =
        noteOf(at, EmailEngagementKind.CLICK)
            .setLinkUrl(letter.links().get(link).url())
            .setLinkId("l" + (link + 1))
            .setTopic(letter.links().get(link).topic());
    click(at, note, client);
  }

  /** Follows the link that is in the source of the letter and not to be seen. */
  void clickHidden(long at, Client client) {
    EmailEngagement.Builder note =
        noteOf(at, EmailEngagementKind.CLICK).setLinkUrl(Letter.HIDDEN_LINK).setLinkId("hidden");
    click(at, note, client);
  }

  void reply(long at) {
    write(at, noteOf(at, EmailEngagementKind.REPLY), own());
  }

  void unsubscribe(long at) {
    write(at, noteOf(at, EmailEngagementKind.UNSUBSCRIBE), own());
  }

  private Doing own() {
    return diary.own(Setting.CORRESPONDENCE);
  }

  /** The link holds a token of the addressee: a browser that follows it is known from then on. */
  private void click(long at, EmailEngagement.Builder note, Client client) {
    write(
        at,
        withClient(note, client).setBotClick(client.flagged()),
        client.doing().naming(Naming.TELLS));
  }

  private static EmailEngagement.Builder withClient(EmailEngagement.Builder note, Client client) {
    return note.setVisitorId(client.visitorId()).setUserAgent(client.agent()).setIp(client.ip());
  }

  private EmailEngagement.Builder noteOf(long at, EmailEngagementKind kind) {
    return diary
        .mail(at, kind)
        .setMessageId(messageId)
        .setSubject(letter.subject())
        .setTopic(letter.topic())
        .setCampaign(letter.campaign());
  }

  private void write(long at, EmailEngagement.Builder note, Doing doing) {
    diary.write(at, Topics.EMAIL_ENGAGEMENT, note.build(), doing);
  }
}
