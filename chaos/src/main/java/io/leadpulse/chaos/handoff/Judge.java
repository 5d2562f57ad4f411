package io.leadpulse.chaos.handoff;

import io.leadpulse.chaos.stage.Findings;
import io.leadpulse.chaos.stage.Stage;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.SalesActivity;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.wire.Limits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Holds what was told of hot leads against the alerts and what sales reported. Knows the records
 * and the teams, and none of the job's code.
 */
final class Judge {
  /** The later one holds; of one instant that of the further stage. */
  private static final Comparator<SalesActivity> LATEST =
      Comparator.comparing(SalesActivity::getOccurredAt)
          .thenComparing(Judge::stage, Judge::compare);

  private static final List<String> STAGES =
      List.of(
          "released",
          "accepted",
          "contacted",
          "meeting",
          "qualified",
          "won",
          "lost",
          "rejected",
          "recycled");

  private final Map<String, Fate> fates = new TreeMap<>();

  /** By lead and team. */
  private final Map<String, List<SalesActivity>> reports = new HashMap<>();

  /** Alerts by lead and team. */
  private final Map<String, Integer> alerts = new HashMap<>();

  private final Set<String> messages = new HashSet<>();
  private final List<HandOff> repeats = new ArrayList<>();
  private final Findings findings = new Findings();

  /** From the topics of a cluster whose jobs have stopped. */
  static Judge read(Stage stage) {
    Judge judge = new Judge();
    stage.read(Topics.HOT_LEAD_ALERT, Limits.RESULT, record -> record.ifValue(judge::alert));
    stage.read(Topics.HAND_OFF, Limits.RESULT, record -> record.ifValue(judge::handOff));
    stage.read(Topics.SALES_ACTIVITY, Limits.EVENT, record -> record.ifValue(judge::report));
    return judge;
  }

  void alert(HotLeadAlert alert) {
    Fate fate = fate(alert.getAlertId());
    if (fate.raised() == null) {
      fate.alert(alert);
      HotLeadAlert raised = fate.raised();
      if (raised != null) {
        alerts.merge(key(raised.getLeadId(), SalesTeams.of(raised)), 1, Integer::sum);
      }
    } else {
      fate.alert(alert);
    }
  }

  /** Those of one alert in order. */
  void handOff(HandOff told) {
    if (!messages.add(told.getMessageId())) {
      repeats.add(told);
    }
    if (!told.getAlertId().isEmpty()) {
      fate(told.getAlertId()).handOff(told);
    }
  }

  void report(SalesActivity report) {
    reports
        .computeIfAbsent(key(report.getLeadId(), report.getTeam()), any -> new ArrayList<>())
        .add(report);
  }

  private Fate fate(String alertId) {
    return fates.computeIfAbsent(alertId, any -> new Fate());
  }

  private static String key(String lead, String team) {
    return lead + '/' + team;
  }

  /** The first of what was found, for people. */
  List<String> examples() {
    return findings.examples();
  }

  int raised() {
    return count(fate -> fate.raised() != null);
  }

  int released() {
    return count(fate -> fate.release() != null);
  }

  int withdrawn() {
    return count(Fate::isWithdrawn);
  }

  int waiting() {
    return count(Fate::isWaiting);
  }

  int moved() {
    return fates.values().stream().mapToInt(fate -> fate.moves().size()).sum();
  }

  /** Released ones that nothing is to be done with any more. */
  int closed() {
    return count(fate -> STAGES.indexOf(fate.stage()) >= STAGES.indexOf("won"));
  }

  /** Reports, copies included. */
  int reports() {
    return reports.values().stream().mapToInt(List::size).sum();
  }

  private int count(Predicate<Fate> condition) {
    return (int) fates.values().stream().filter(condition).count();
  }

  /** Alerts that were released and then released again or withdrawn. */
  long releasedTwice() {
    Findings.Kind kind = findings.kind("released twice");
    fates.forEach(
        (alert, fate) -> {
          if (fate.release() != null && fate.ends() > 1) {
            kind.add("%s, %d ends", alert, fate.ends());
          }
        });
    return kind.count();
  }

  /** Alerts that were raised, and neither came to an end nor wait for a slot of their team. */
  long lost() {
    Findings.Kind kind = findings.kind("lost");
    boolean free = budgeted(any -> true).size() < SalesTeams.BUDGET;
    fates.forEach(
        (alert, fate) -> {
          HotLeadAlert raised = fate.raised();
          if (raised != null && fate.isWaiting()) {
            boolean budgeted = SalesTeams.of(raised).equals(SalesTeams.FIELD);
            if (!budgeted || free || !fate.mayWait()) {
              kind.add("%s of %s, %s", alert, raised.getLeadId(), raised.getCause());
            }
          }
        });
    return kind.count();
  }

  /** Releases of the team with a budget. */
  private List<HandOff> budgeted(Predicate<HandOff> condition) {
    return fates.values().stream()
        .map(Fate::release)
        .filter(told -> told != null && told.getTeam().equals(SalesTeams.FIELD))
        .filter(condition)
        .toList();
  }

  /** Releases over what the budget of a day allows. */
  long overBudget() {
    Findings.Kind kind = findings.kind("over budget");
    Map<LocalDate, Integer> days = new TreeMap<>();
    for (HandOff told : budgeted(told -> !told.getHandRaise())) {
      LocalDate day = LocalDate.ofInstant(told.getOccurredAt(), SalesTeams.ZONE);
      if (days.merge(day, 1, Integer::sum) > SalesTeams.BUDGET) {
        kind.add("%s on %s", told.getAlertId(), day);
      }
    }
    return kind.count();
  }

  /** Releases to a team or an owner that the alert does not say, or of an alert that never was. */
  long misdirected() {
    Findings.Kind kind = findings.kind("misdirected");
    fates.forEach(
        (alert, fate) -> {
          HandOff told = fate.release();
          HotLeadAlert raised = fate.raised();
          if (told != null && (raised == null || !isDirected(told, raised))) {
            kind.add("%s to %s, %s", alert, told.getTeam(), told.getOwner());
          }
        });
    return kind.count();
  }

  private static boolean isDirected(HandOff told, HotLeadAlert raised) {
    return told.getTeam().equals(SalesTeams.of(raised))
        && told.getLeadId().equals(raised.getLeadId())
        && told.getOwner().equals(raised.getProfile().getOwner());
  }

  /** Released ones that do not stand where the latest report says. */
  long wrongStages() {
    Findings.Kind kind = findings.kind("wrong stage");
    fates.forEach(
        (alert, fate) -> {
          HandOff release = fate.release();
          if (release != null && isAlone(release)) {
            List<SalesActivity> own = reportsOn(release);
            String wanted = own.stream().max(LATEST).map(Judge::stage).orElse(STAGES.get(0));
            if (!wanted.equals(fate.stage())) {
              kind.add("%s: wanted %s, found %s of %s", alert, wanted, fate.stage(), own);
            }
          }
        });
    return kind.count();
  }

  private List<SalesActivity> reportsOn(HandOff release) {
    return reports.getOrDefault(key(release.getLeadId(), release.getTeam()), List.of()).stream()
        .filter(report -> !report.getOccurredAt().isBefore(release.getOccurredAt()))
        .toList();
  }

  private boolean isAlone(HandOff release) {
    return alerts.getOrDefault(key(release.getLeadId(), release.getTeam()), 0) < 2;
  }

  /**
   * Released ones whose reports may be of another alert too: a lead that was hot twice for a team,
   * of which reports name but the lead and the team.
   */
  int unjudged() {
    return count(fate -> fate.release() != null && !isAlone(fate.release()));
  }

  /** Released ones one of whose steps does not begin where the one before ended. */
  long movesBroken() {
    Findings.Kind kind = findings.kind("moves");
    fates.forEach(
        (alert, fate) -> {
          if (!fate.isUnbroken()) {
            kind.add("%s: %s", alert, fate.moves().stream().map(HandOff::getMessageId).toList());
          }
        });
    return kind.count();
  }

  /** Steps that were told again. */
  long movesTwice() {
    return twice("move twice", told -> told.getKind() == HandOffKind.MOVED);
  }

  /** Other records that were told again, but releases. */
  long othersTwice() {
    return twice(
        "told twice",
        told -> told.getKind() != HandOffKind.MOVED && told.getKind() != HandOffKind.RELEASED);
  }

  private long twice(String name, Predicate<HandOff> condition) {
    Findings.Kind kind = findings.kind(name);
    repeats.stream()
        .filter(condition)
        .forEach(told -> kind.add("%s, %s", told.getMessageId(), told.getReason()));
    return kind.count();
  }

  private static String stage(SalesActivity report) {
    return report.getKind().name().toLowerCase(Locale.ROOT);
  }

  private static int compare(String one, String other) {
    return Integer.compare(STAGES.indexOf(one), STAGES.indexOf(other));
  }
}
