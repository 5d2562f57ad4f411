package io.leadpulse.cli.read;

import io.leadpulse.engine.text.Points;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import io.leadpulse.schemas.TeamDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What else there is to say of a step, beside where and when: why, by when, how long. */
final class HandOffDetails {
  private static final int NO_BUDGET = -1;

  private final Words words;
  private final Figures figures;

  HandOffDetails(Words words, Figures figures) {
    this.words = words;
    this.figures = figures;
  }

  /** In one line, the most urgent first; empty if there is nothing. */
  String of(HandOff step) {
    List<String> parts =
        switch (step.getKind()) {
          case RELEASED -> released(step);
          case UNWORKED -> List.of(why(step));
          case MOVED -> moved(step);
          case ACTIVE -> List.of(step.getReason(), topics(step));
          case WARNED, BREACHED -> List.of(due("handoff.due", step));
          case DIGEST -> List.of(digest(step));
          case DAY -> day(step);
          case WITHDRAWN, REASSIGNED, NURTURE, CORRECT, UNKNOWN -> List.of(step.getReason());
        };
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }

  private List<String> released(HandOff step) {
    return List.of(
        step.getReason().isEmpty() ? "" : words.say("handoff.excluded", step.getReason()),
        step.getHandRaise() ? words.say("handoff.hand-raise") : "",
        due("handoff.accept-by", step),
        why(step),
        step.getWaitedMillis() == 0
            ? ""
            : words.say("handoff.waited", Figures.hours(step.getWaitedMillis())),
        step.getBestHours().isEmpty()
            ? ""
            : words.say(
                "handoff.best-hours",
                step.getBestHours().stream()
                    .map(hour -> "%02d".formatted(hour))
                    .collect(Collectors.joining(", "))));
  }

  private List<String> moved(HandOff step) {
    String stays =
        step.getStays().stream()
            .map(stay -> stay.getStage() + " " + Figures.hours(stay.getBusinessMillis()))
            .collect(Collectors.joining(", "));
    String previous = step.getPreviousStage();
    return List.of(
        step.getReason(),
        stays.isEmpty() && !previous.isEmpty() ? words.say("handoff.from", previous) : "",
        stays.isEmpty() ? "" : words.say("handoff.stays", stays));
  }

  private String why(HandOff step) {
    return words.language().of(step.getReasonEn(), step.getReasonJa());
  }

  private static String topics(HandOff step) {
    return String.join(", ", step.getTopics());
  }

  private String due(String key, HandOff step) {
    return step.getDueAt() == null ? "" : words.say(key, figures.time(step.getDueAt()));
  }

  private static String digest(HandOff step) {
    return step.getDigest().stream()
        .map(lead -> lead.getLeadId() + " " + Points.of(lead.getIntentMilli()))
        .collect(Collectors.joining(", "));
  }

  private List<String> day(HandOff step) {
    TeamDay day = Objects.requireNonNull(step.getDay(), HandOffKind.DAY::name);
    List<String> parts = new ArrayList<>();
    parts.add(
        day.getBudget() == NO_BUDGET
            ? words.say("handoff.day.released", day.getDate(), day.getReleased())
            : words.say("handoff.day.budget", day.getDate(), day.getReleased(), day.getBudget()));
    parts.add(words.say("handoff.day.at-once", day.getHandRaises()));
    parts.add(words.say("handoff.day.waiting", day.getWaiting(), day.getUnworked()));
    if (day.getMeanReleasedMilli() > 0 && day.getMeanWaitingMilli() > 0) {
      parts.add(
          words.say(
              "handoff.day.means",
              Points.of(day.getMeanReleasedMilli()),
              Points.of(day.getMeanWaitingMilli())));
    }
    return parts;
  }
}
