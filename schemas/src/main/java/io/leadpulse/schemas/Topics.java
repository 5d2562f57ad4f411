package io.leadpulse.schemas;

import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * The topics by their contracts. Partitions, policies and limits of the same topics are in {@code
 * config/topics.yaml}.
 */
@NullMarked
public final class Topics {
  public static final Subject<WebAccess> WEB_ACCESS =
      new Subject<>("web-access.v1", WebAccess.class, WebAccess.getClassSchema());
  public static final Subject<EmailEngagement> EMAIL_ENGAGEMENT =
      new Subject<>("email-engagement.v1", EmailEngagement.class, EmailEngagement.getClassSchema());
  public static final Subject<WebinarEngagement> WEBINAR_ENGAGEMENT =
      new Subject<>(
          "webinar-engagement.v1", WebinarEngagement.class, WebinarEngagement.getClassSchema());
  public static final Subject<OfflineEngagement> OFFLINE_ENGAGEMENT =
      new Subject<>(
          "offline-engagement.v1", OfflineEngagement.class, OfflineEngagement.getClassSchema());
  public static final Subject<LeadProfile> LEAD_PROFILE =
      new Subject<>("lead-profile.v1", LeadProfile.class, LeadProfile.getClassSchema());
  public static final Subject<SalesActivity> SALES_ACTIVITY =
      new Subject<>("sales-activity.v1", SalesActivity.class, SalesActivity.getClassSchema());
  public static final Subject<IdentityChange> IDENTITY =
      new Subject<>("identity.v1", IdentityChange.class, IdentityChange.getClassSchema());
  public static final Subject<ScoringModelRelease> SCORING_MODEL =
      new Subject<>(
          "scoring-model.v1", ScoringModelRelease.class, ScoringModelRelease.getClassSchema());
  public static final Subject<LeadScore> LEAD_SCORE =
      new Subject<>("lead-score.v1", LeadScore.class, LeadScore.getClassSchema());
  public static final Subject<LeadScoreKey> LEAD_SCORE_KEY =
      new Subject<>(
          LEAD_SCORE.name() + Subject.KEY, LeadScoreKey.class, LeadScoreKey.getClassSchema());
  public static final Subject<AccountScore> ACCOUNT_SCORE =
      new Subject<>("account-score.v1", AccountScore.class, AccountScore.getClassSchema());
  public static final Subject<AccountScoreKey> ACCOUNT_SCORE_KEY =
      new Subject<>(
          ACCOUNT_SCORE.name() + Subject.KEY,
          AccountScoreKey.class,
          AccountScoreKey.getClassSchema());
  public static final Subject<HotLeadAlert> HOT_LEAD_ALERT =
      new Subject<>("hot-lead-alert.v1", HotLeadAlert.class, HotLeadAlert.getClassSchema());
  public static final Subject<ModelImpact> MODEL_IMPACT =
      new Subject<>("model-impact.v1", ModelImpact.class, ModelImpact.getClassSchema());
  public static final Subject<SuspectEngagement> SUSPECT_ENGAGEMENT =
      new Subject<>(
          "suspect-engagement.v1", SuspectEngagement.class, SuspectEngagement.getClassSchema());

  public static final Subject<HandOff> HAND_OFF =
      new Subject<>("hand-off.v1", HandOff.class, HandOff.getClassSchema());
  public static final Subject<FunnelStats> FUNNEL_STATS =
      new Subject<>("funnel-stats.v1", FunnelStats.class, FunnelStats.getClassSchema());
  public static final Subject<FunnelStatsKey> FUNNEL_STATS_KEY =
      new Subject<>(
          FUNNEL_STATS.name() + Subject.KEY, FunnelStatsKey.class, FunnelStatsKey.getClassSchema());

  /** The job's own: from one lead's subtask to another's. */
  public static final Subject<LeadTransfer> LEAD_TRANSFER =
      new Subject<>("lead-transfer.v1", LeadTransfer.class, LeadTransfer.getClassSchema());

  public static final Subject<DeadLetter> DEAD_LETTER =
      new Subject<>("dead-letter.v1", DeadLetter.class, DeadLetter.getClassSchema());

  /** The topics whose records say what a lead did; in any order. */
  public static final List<Subject<?>> ENGAGEMENTS =
      List.of(WEB_ACCESS, EMAIL_ENGAGEMENT, WEBINAR_ENGAGEMENT, OFFLINE_ENGAGEMENT);

  /** Every contract, keys included. */
  public static final List<Subject<?>> SUBJECTS =
      List.of(
          WEB_ACCESS,
          EMAIL_ENGAGEMENT,
          WEBINAR_ENGAGEMENT,
          OFFLINE_ENGAGEMENT,
          LEAD_PROFILE,
          SALES_ACTIVITY,
          IDENTITY,
          SCORING_MODEL,
          LEAD_SCORE,
          LEAD_SCORE_KEY,
          ACCOUNT_SCORE,
          ACCOUNT_SCORE_KEY,
          HOT_LEAD_ALERT,
          HAND_OFF,
          FUNNEL_STATS,
          FUNNEL_STATS_KEY,
          MODEL_IMPACT,
          SUSPECT_ENGAGEMENT,
          LEAD_TRANSFER,
          DEAD_LETTER);

  private Topics() {}
}
