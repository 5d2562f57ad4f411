package io.leadpulse.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final Set<String> PERSONAL = Set.of("userAgent", "ip", "searchTerms");

  private record Member(Schema owner, Schema.Field field) {
    String name() {
      return owner.getName() + "." + field.name();
    }

    /** Its type, or what it is when it is not null. */
    Schema type() {
      return field.schema().getType() == Schema.Type.UNION
          ? field.schema().getTypes().get(1)
          : field.schema();
    }
  }

  @Test
  void everyRecordAndEnumSaysWhatItIs() {
    assertThat(Stream.concat(Walk.records(), Walk.enums()))
        .allSatisfy(type -> assertThat(type.getDoc()).as(type.getName()).isNotBlank());
  }

  @Test
  void everyFieldSaysWhatItMeans() {
    assertThat(members())
        .allSatisfy(
            member -> assertThat(member.field().doc()).as(member.name()).matches("(?s).{8,}[.]"));
  }

  @Test
  void everyEnumFallsBackToUnknown() {
    assertThat(Walk.enums())
        .isNotEmpty()
        .allSatisfy(
            type -> {
              assertThat(type.getEnumDefault()).as(type.getName()).isEqualTo("UNKNOWN");
              assertThat(type.getEnumSymbols()).first().isEqualTo("UNKNOWN");
            });
  }

  @Test
  void personalDataIsMarked() {
    assertThat(names(member -> PERSONAL.contains(member.field().name())))
        .isNotEmpty()
        .isSubsetOf(names(ContractTest::marked).toList());
  }

  @Test
  void nothingElseIsMarkedButTheBytesOfDeadLetters() {
    assertThat(names(member -> marked(member) && !PERSONAL.contains(member.field().name())))
        .containsExactlyInAnyOrder("DeadLetter.key", "DeadLetter.value");
  }

  @Test
  void timesAreTimestampsInMilliseconds() {
    assertThat(members().filter(ContractTest::soundsLikeTime))
        .isNotEmpty()
        .allSatisfy(
            member ->
                assertThat(member.type().getLogicalType())
                    .as(member.name())
                    .isEqualTo(LogicalTypes.timestampMillis()));
  }

  @Test
  void pointsNameTheirUnit() {
    assertThat(members().filter(member -> member.field().name().matches("(?i).*milli(?!s).*")))
        .isNotEmpty()
        .allSatisfy(
            member ->
                assertThat(member.field().doc())
                    .as(member.name())
                    .containsAnyOf("milli-points", "thousandths"));
  }

  @Test
  void spansNameTheirUnit() {
    assertThat(members().filter(member -> member.field().name().matches("(?i).*millis")))
        .isNotEmpty()
        .allSatisfy(
            member -> assertThat(member.field().doc()).as(member.name()).contains("milliseconds"));
  }

  @Test
  void onlyWhatARecordCannotBeWithoutHasNoDefault() {
    assertThat(names(member -> !member.field().hasDefaultValue()))
        .containsExactlyInAnyOrder(
            "WebAccess.eventId",
            "WebAccess.occurredAt",
            "WebAccess.kind",
            "EmailEngagement.eventId",
            "EmailEngagement.occurredAt",
            "EmailEngagement.kind",
            "WebinarEngagement.eventId",
            "WebinarEngagement.occurredAt",
            "WebinarEngagement.kind",
            "OfflineEngagement.eventId",
            "OfflineEngagement.occurredAt",
            "OfflineEngagement.kind",
            "LeadProfile.leadId",
            "LeadProfile.updatedAt",
            "SalesActivity.eventId",
            "SalesActivity.occurredAt",
            "SalesActivity.leadId",
            "SalesActivity.kind",
            "IdentityChange.eventId",
            "IdentityChange.occurredAt",
            "IdentityChange.kind",
            "IdentityChange.leadId",
            "ScoringModelRelease.modelId",
            "ScoringModelRelease.version",
            "ScoringModelRelease.effectiveAt",
            "ScoringModelRelease.yaml",
            "LeadScore.leadId",
            "LeadScore.scorecard",
            "LeadScore.intentMilli",
            "LeadScore.asOf",
            "LeadScoreKey.leadId",
            "LeadScoreKey.scorecard",
            "HotLeadAlert.alertId",
            "HotLeadAlert.messageId",
            "HotLeadAlert.type",
            "HotLeadAlert.leadId",
            "HotLeadAlert.scorecard",
            "HotLeadAlert.occurredAt",
            "HotLeadAlert.intentMilli",
            "ModelImpact.leadId",
            "ModelImpact.scorecard",
            "LeadTransfer.run",
            "LeadTransfer.kind",
            "LeadTransfer.leadId",
            "SuspectEngagement.leadId",
            "SuspectEngagement.sourceTopic",
            "SuspectEngagement.partition",
            "SuspectEngagement.offset",
            "SuspectEngagement.eventId",
            "SuspectEngagement.occurredAt",
            "DeadLetter.sourceTopic",
            "DeadLetter.cause",
            "Contribution.signal",
            "Contribution.milliPoints",
            "Cut.by",
            "Cut.milliPoints",
            "Touch.eventId",
            "Touch.occurredAt",
            "Touch.kind",
            "AccountScore.accountId",
            "AccountScore.scorecard",
            "AccountScore.scoreMilli",
            "AccountScore.asOf",
            "AccountScoreKey.accountId",
            "AccountScoreKey.scorecard",
            "AccountLead.leadId",
            "AccountLead.intentMilli",
            "Colleague.leadId",
            "Colleague.intentMilli",
            "Colleague.lastActivityAt",
            "HandOff.messageId",
            "HandOff.kind",
            "HandOff.occurredAt",
            "StageStay.stage",
            "StageStay.millis",
            "StageStay.businessMillis",
            "DigestLead.alertId",
            "DigestLead.leadId",
            "DigestLead.intentMilli",
            "TeamDay.date",
            "TeamDay.budget",
            "TeamDay.released",
            "TeamDay.handRaises",
            "TeamDay.waiting",
            "TeamDay.unworked",
            "TeamDay.meanReleasedMilli",
            "TeamDay.meanWaitingMilli",
            "FunnelStats.team",
            "FunnelStats.month",
            "FunnelStats.asOf",
            "FunnelStatsKey.team",
            "FunnelStatsKey.month",
            "FunnelStatsKey.scorecard",
            "FunnelStatsKey.modelVersion",
            "FunnelStatsKey.dimension",
            "FunnelStatsKey.value");
  }

  private static boolean marked(Member member) {
    return Boolean.TRUE.equals(member.field().getObjectProp("pii"));
  }

  private static boolean soundsLikeTime(Member member) {
    return member.field().name().matches(".*At|asOf|.*Until")
        || member.field().doc().contains("1970");
  }

  private static Stream<String> names(Predicate<Member> which) {
    return members().filter(which).map(Member::name);
  }

  private static Stream<Member> members() {
    return Walk.records()
        .flatMap(owner -> owner.getFields().stream().map(field -> new Member(owner, field)));
  }
}
