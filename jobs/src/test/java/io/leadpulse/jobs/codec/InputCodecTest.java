package io.leadpulse.jobs.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EngagementBuilder;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.lead.SalesActivity.Kind;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.OfflineEngagement;
import io.leadpulse.schemas.OfflineEngagementKind;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import io.leadpulse.schemas.WebinarEngagement;
import io.leadpulse.schemas.WebinarEngagementKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputCodecTest {
  private static final Instant HAPPENED = Instant.parse("2026-03-02T01:02:03.456Z");
  private static final long RECORDED = HAPPENED.plusSeconds(2).toEpochMilli();
  private static final int PARTITION = 3;
  private static final long OFFSET = 42;

  private final InputCodec codec = new InputCodec();

  @Test
  void takesAllThatScoringReadsOfAWebAccess() {
    WebAccess access =
        web()
            .setKind(WebAccessKind.FORM_SUBMIT)
            .setPath("/contact")
            .setTitle("Contact")
            .setFormId("contact-form")
            .setAssetId("price-list")
            .setAssetTitle("Prices 2026")
            .setSearchTerms("料金")
            .setTopic("price")
            .setCampaign("spring")
            .setSessionId("s-1")
            .setMethod("POST")
            .setStatus(200)
            .setDwellSeconds(31)
            .setScrollPercent(80)
            .setOwnStaff(true)
            .build();
    assertEngaged(
        read(access),
        event(EventKind.FORM_SUBMIT)
            .path("/contact")
            .title("Contact")
            .form("contact-form")
            .asset("price-list")
            .searchTerms("料金")
            .topic("price")
            .campaign("spring")
            .session("s-1")
            .method("POST")
            .status(200)
            .dwellSeconds(31)
            .scrollPercent(80)
            .ownStaff(true));
  }

  @Test
  void aFileWithoutPageTitleBearsItsOwn() {
    WebAccess access =
        web().setKind(WebAccessKind.FILE_DOWNLOAD).setAssetTitle("Prices 2026").build();
    assertEngaged(read(access), event(EventKind.FILE_DOWNLOAD).title("Prices 2026"));
  }

  @Test
  void takesAllThatScoringReadsOfAMail() {
    EmailEngagement mail =
        mail()
            .setMessageId("m-1")
            .setSubject("News")
            .setLinkUrl("https://acme.example/pricing")
            .setLinkId("l-1")
            .setTopic("price")
            .setCampaign("spring")
            .setMachineOpen(true)
            .setBotClick(true)
            .setOwnStaff(true)
            .build();
    assertEngaged(
        read(mail),
        event(EventKind.CLICK)
            .message("m-1")
            .title("News")
            .link("https://acme.example/pricing")
            .topic("price")
            .campaign("spring")
            .machineOpen(true)
            .botClick(true)
            .ownStaff(true));
  }

  @Test
  void aLinkWithoutAddressIsKnownByItsId() {
    assertEngaged(read(mail().setLinkId("l-1").build()), event(EventKind.CLICK).link("l-1"));
  }

  @Test
  void takesAllThatScoringReadsOfAWebinar() {
    WebinarEngagement webinar =
        WebinarEngagement.newBuilder()
            .setEventId("e-1")
            .setLeadId("lead-1")
            .setOccurredAt(HAPPENED)
            .setKind(WebinarEngagementKind.SURVEY_ANSWERED)
            .setWebinarId("w-1")
            .setTitle("Leads in 2026")
            .setMinutes(40)
            .setScheduledMinutes(60)
            .setAnswers(Map.of("timing", "3-months"))
            .setTopic("ma")
            .setCampaign("spring")
            .setOwnStaff(true)
            .build();
    RawRecord raw = Wire.raw(Topics.WEBINAR_ENGAGEMENT, webinar, PARTITION, OFFSET, RECORDED);
    assertEngaged(
        codec.read(SourceTopic.WEBINAR_ENGAGEMENT, raw),
        event(EventKind.SURVEY_ANSWERED)
            .webinar("w-1")
            .title("Leads in 2026")
            .minutes(40)
            .scheduledMinutes(60)
            .answers(Map.of("timing", "3-months"))
            .topic("ma")
            .campaign("spring")
            .ownStaff(true));
  }

  @Test
  void takesAllThatScoringReadsOfAContactAwayFromTheWeb() {
    OfflineEngagement call =
        OfflineEngagement.newBuilder()
            .setEventId("e-1")
            .setLeadId("lead-1")
            .setOccurredAt(HAPPENED)
            .setKind(OfflineEngagementKind.CALL_LOGGED)
            .setEventName("Fair 2026")
            .setCallOutcome("callback")
            .setTopic("ma")
            .setCampaign("spring")
            .setOwnStaff(true)
            .build();
    RawRecord raw = Wire.raw(Topics.OFFLINE_ENGAGEMENT, call, PARTITION, OFFSET, RECORDED);
    assertEngaged(
        codec.read(SourceTopic.OFFLINE_ENGAGEMENT, raw),
        event(EventKind.CALL_LOGGED)
            .title("Fair 2026")
            .outcome("callback")
            .topic("ma")
            .campaign("spring")
            .ownStaff(true));
  }

  @Test
  void takesAllOfAProfile() {
    LeadProfile profile =
        profile()
            .setAccountId("a-1")
            .setCompany("株式会社アクメ")
            .setDepartment("IT")
            .setRole("manager")
            .setCountry("JP")
            .setIndustry("retail")
            .setEmployees(300)
            .setOwner("rep-1")
            .setTeam("east")
            .setExclusion(io.leadpulse.schemas.Exclusion.PARTNER)
            .setConsent(true)
            .setEmailOptOut(true)
            .setAttributes(Map.of("budget", "confirmed"))
            .build();
    Profile expected =
        new Profile(
            HAPPENED.toEpochMilli(),
            "a-1",
            "株式会社アクメ",
            "IT",
            "manager",
            "JP",
            "retail",
            300,
            "rep-1",
            "east",
            Exclusion.PARTNER,
            true,
            true,
            Map.of("budget", "confirmed"));
    assertThat(value(read(profile)))
        .isEqualTo(new LeadInput.Profiled(PARTITION, OFFSET, RECORDED, "lead-1", expected));
  }

  @Test
  void aProfileOfAKeyAloneIsWithdrawn() {
    byte[] key = "lead-1".getBytes(StandardCharsets.UTF_8);
    assertThat(value(profileOf(key, null)))
        .isEqualTo(new LeadInput.ProfileRemoved(PARTITION, OFFSET, RECORDED, "lead-1"));
    assertRefused(profileOf(key, new byte[0]), RefusalCause.EMPTY);
    assertRefused(profileOf(null, null), RefusalCause.EMPTY);
    assertRefused(profileOf(new byte[] {' '}, null), RefusalCause.INVALID);
    assertRefused(profileOf(new byte[100_000], null), RefusalCause.TOO_LARGE);
  }

  private Reading<SourceInput> profileOf(byte @Nullable [] key, byte @Nullable [] value) {
    SourceTopic source = SourceTopic.LEAD_PROFILE;
    RawRecord raw =
        new RawRecord(source.topic("leadpulse."), PARTITION, OFFSET, RECORDED, key, value);
    return codec.read(source, raw);
  }

  @Test
  void consentThatNobodyAskedForIsNoConsent() {
    SourceInput input = value(read(profile().setConsent(null).build()));
    assertThat(((LeadInput.Profiled) input).profile().consent()).isFalse();
  }

  @Test
  void aRejectionSaysWhatTheLeadIs() {
    SalesActivity rejected =
        sales(SalesActivityKind.REJECTED, SalesActivityReason.COMPETITOR).build();
    assertThat(value(read(rejected)))
        .isEqualTo(
            new LeadInput.Reported(
                PARTITION,
                OFFSET,
                "lead-1",
                new io.leadpulse.engine.lead.SalesActivity(
                    "e-1",
                    Kind.REJECTED,
                    HAPPENED.toEpochMilli(),
                    RECORDED,
                    Exclusion.COMPETITOR)));
  }

  @Test
  void aDealLostToACompetitorDoesNotMakeTheLeadOne() {
    SalesActivity lost = sales(SalesActivityKind.LOST, SalesActivityReason.COMPETITOR).build();
    SourceInput input = value(read(lost));
    assertThat(((LeadInput.Reported) input).activity().exclusion()).isEqualTo(Exclusion.NONE);
  }

  @Test
  void refusesAKindThatIsNotKnownBeforeAnythingElse() {
    assertRefused(
        read(web().setKind(WebAccessKind.UNKNOWN).setEventId(" ").build()),
        RefusalCause.UNKNOWN_KIND);
    assertRefused(
        read(sales(SalesActivityKind.UNKNOWN, SalesActivityReason.NONE).build()),
        RefusalCause.UNKNOWN_KIND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u3000"})
  void refusesBlankIds(String blank) {
    assertInvalid(read(web().setEventId(blank).build()), "eventId");
    assertInvalid(read(web().setLeadId(blank).build()), "leadId");
    assertInvalid(read(profile().setLeadId(blank).build()), "leadId");
    assertInvalid(
        read(sales(SalesActivityKind.WON, SalesActivityReason.NONE).setLeadId(blank).build()),
        "leadId");
    assertInvalid(
        read(sales(SalesActivityKind.WON, SalesActivityReason.NONE).setEventId(blank).build()),
        "eventId");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1_772_413_323, 4_102_444_800_000L, Long.MAX_VALUE})
  void refusesInstantsThatNobodyMeans(long millis) {
    Instant absurd = Instant.ofEpochMilli(millis);
    assertInvalid(read(web().setOccurredAt(absurd).build()), "occurredAt");
    assertInvalid(read(profile().setUpdatedAt(absurd).build()), "updatedAt");
    assertInvalid(
        read(sales(SalesActivityKind.WON, SalesActivityReason.NONE).setOccurredAt(absurd).build()),
        "occurredAt");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, Long.MAX_VALUE})
  void refusesRecordsWhoseKafkaTimeIsAbsurd(long recordedAt) {
    RawRecord raw = Wire.raw(Topics.WEB_ACCESS, web().build(), PARTITION, OFFSET, recordedAt);
    assertInvalid(codec.read(SourceTopic.WEB_ACCESS, raw), "timestamp");
  }

  @Test
  void withoutALeadAndAVisitorThereIsNobodyToScore() {
    assertRefused(read(web().setLeadId(null).build()), RefusalCause.NO_LEAD);
    assertRefused(read(web().setLeadId(null).setVisitorId(" ").build()), RefusalCause.NO_LEAD);
  }

  @Test
  void withAVisitorOnlyThereMayBeALeadLater() {
    SourceInput input =
        value(read(web().setLeadId(null).setVisitorId("v-1").setPath("/pricing").build()));
    assertThat(input)
        .isEqualTo(
            new VisitorInput.Touched(
                "v-1",
                new LeadInput.Engaged(
                    PARTITION,
                    OFFSET,
                    Engagement.of(EventKind.PAGE_VIEW, "", "e-1")
                        .occurredAt(HAPPENED.toEpochMilli())
                        .recordedAt(RECORDED)
                        .path("/pricing")
                        .build())));
    LeadInput.Engaged found = ((VisitorInput.Touched) input).engaged().by("lead-1");
    assertThat(found)
        .isEqualTo(
            new LeadInput.Engaged(
                PARTITION, OFFSET, event(EventKind.PAGE_VIEW).path("/pricing").build()));
  }

  @Test
  void anEngagementThatNamesBothTellsTheVisitorToo() {
    SourceInput both = value(read(web().setVisitorId("v-1").build()));
    assertThat(VisitorInput.Linked.by((LeadInput.Engaged) both))
        .isEqualTo(
            new VisitorInput.Linked("v-1", "lead-1", HAPPENED.toEpochMilli(), RECORDED, false));
    SourceInput lead = value(read(web().setVisitorId(" ").build()));
    assertThat(((LeadInput.Engaged) lead).visitorId()).isEmpty();
  }

  @Test
  void readsWhoSomebodyIs() {
    assertThat(value(read(identity(IdentityChangeKind.LINK).setVisitorId("v-1").build())))
        .isEqualTo(
            new VisitorInput.Linked("v-1", "lead-1", HAPPENED.toEpochMilli(), RECORDED, true));
    assertThat(value(read(identity(IdentityChangeKind.MERGE).setIntoLeadId("lead-2").build())))
        .isEqualTo(identified(IdentityChange.Kind.MERGE, "lead-2"));
    assertThat(value(read(identity(IdentityChangeKind.SPLIT).build())))
        .isEqualTo(identified(IdentityChange.Kind.SPLIT, ""));
    assertThat(value(read(identity(IdentityChangeKind.ERASE).build())))
        .isEqualTo(identified(IdentityChange.Kind.ERASE, ""));
  }

  @Test
  void refusesChangesOfIdentityThatLackAnId() {
    assertInvalid(read(identity(IdentityChangeKind.LINK).build()), "visitorId");
    assertInvalid(read(identity(IdentityChangeKind.LINK).setVisitorId(" ").build()), "visitorId");
    assertInvalid(read(identity(IdentityChangeKind.MERGE).build()), "intoLeadId");
    assertInvalid(
        read(identity(IdentityChangeKind.MERGE).setIntoLeadId("lead-1").build()), "one lead");
    assertInvalid(read(identity(IdentityChangeKind.ERASE).setLeadId(" ").build()), "leadId");
    assertInvalid(read(identity(IdentityChangeKind.SPLIT).setEventId("").build()), "eventId");
    assertRefused(read(identity(IdentityChangeKind.UNKNOWN).build()), RefusalCause.UNKNOWN_KIND);
  }

  private static LeadInput identified(IdentityChange.Kind kind, String other) {
    return new LeadInput.Identified(
        PARTITION,
        OFFSET,
        RECORDED,
        new IdentityChange(kind, "e-1", HAPPENED.toEpochMilli(), "lead-1", other));
  }

  @Test
  void anExclusionThatIsNotKnownIsNotReadAsNone() {
    assertInvalid(
        read(profile().setExclusion(io.leadpulse.schemas.Exclusion.UNKNOWN).build()), "exclusion");
  }

  @ParameterizedTest
  @EnumSource(SourceTopic.class)
  void noBytesAreEmptyInEveryTopic(SourceTopic source) {
    RawRecord none = new RawRecord(source.topic("leadpulse."), 0, 0, RECORDED, null, null);
    assertRefused(codec.read(source, none), RefusalCause.EMPTY);
  }

  private Reading<SourceInput> read(WebAccess value) {
    return codec.read(
        SourceTopic.WEB_ACCESS, Wire.raw(Topics.WEB_ACCESS, value, PARTITION, OFFSET, RECORDED));
  }

  private Reading<SourceInput> read(EmailEngagement value) {
    return codec.read(
        SourceTopic.EMAIL_ENGAGEMENT,
        Wire.raw(Topics.EMAIL_ENGAGEMENT, value, PARTITION, OFFSET, RECORDED));
  }

  private Reading<SourceInput> read(LeadProfile value) {
    return codec.read(
        SourceTopic.LEAD_PROFILE,
        Wire.raw(Topics.LEAD_PROFILE, value, PARTITION, OFFSET, RECORDED));
  }

  private Reading<SourceInput> read(SalesActivity value) {
    return codec.read(
        SourceTopic.SALES_ACTIVITY,
        Wire.raw(Topics.SALES_ACTIVITY, value, PARTITION, OFFSET, RECORDED));
  }

  private Reading<SourceInput> read(io.leadpulse.schemas.IdentityChange value) {
    return codec.read(
        SourceTopic.IDENTITY, Wire.raw(Topics.IDENTITY, value, PARTITION, OFFSET, RECORDED));
  }

  private static io.leadpulse.schemas.IdentityChange.Builder identity(IdentityChangeKind kind) {
    return io.leadpulse.schemas.IdentityChange.newBuilder()
        .setEventId("e-1")
        .setLeadId("lead-1")
        .setOccurredAt(HAPPENED)
        .setKind(kind);
  }

  private static WebAccess.Builder web() {
    return WebAccess.newBuilder()
        .setEventId("e-1")
        .setLeadId("lead-1")
        .setOccurredAt(HAPPENED)
        .setKind(WebAccessKind.PAGE_VIEW);
  }

  private static EmailEngagement.Builder mail() {
    return EmailEngagement.newBuilder()
        .setEventId("e-1")
        .setLeadId("lead-1")
        .setOccurredAt(HAPPENED)
        .setKind(EmailEngagementKind.CLICK);
  }

  private static LeadProfile.Builder profile() {
    return LeadProfile.newBuilder().setLeadId("lead-1").setUpdatedAt(HAPPENED);
  }

  private static SalesActivity.Builder sales(SalesActivityKind kind, SalesActivityReason reason) {
    return SalesActivity.newBuilder()
        .setEventId("e-1")
        .setLeadId("lead-1")
        .setOccurredAt(HAPPENED)
        .setKind(kind)
        .setReason(reason);
  }

  private static EngagementBuilder event(EventKind kind) {
    return Engagement.of(kind, "lead-1", "e-1")
        .occurredAt(HAPPENED.toEpochMilli())
        .recordedAt(RECORDED);
  }

  private static void assertEngaged(Reading<SourceInput> reading, EngagementBuilder expected) {
    assertThat(value(reading))
        .isEqualTo(new LeadInput.Engaged(PARTITION, OFFSET, expected.build()));
  }

  private static SourceInput value(Reading<SourceInput> reading) {
    assertThat(reading).isInstanceOf(Reading.Value.class);
    return ((Reading.Value<SourceInput>) reading).value();
  }

  private static void assertInvalid(Reading<SourceInput> reading, String field) {
    assertRefused(reading, RefusalCause.INVALID);
    assertThat(((Reading.Refused<SourceInput>) reading).detail()).contains(field);
  }

  private static void assertRefused(Reading<SourceInput> reading, RefusalCause cause) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused<SourceInput>) reading).cause()).isEqualTo(cause);
  }
}
