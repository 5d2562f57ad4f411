package io.leadpulse.cli.read;

import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.DigestLead;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HandOffKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest step of each hot lead that sales still has, of the steps that are asked for. Whether
 * sales has it is told by all of its steps, asked for or not.
 */
final class OpenHandOffs implements Gathering<HandOff, HandOff> {
  private final MessageLog<HandOff> askedFor;

  /** By alert. */
  private final Map<String, HandOff> newest = new HashMap<>();

  OpenHandOffs(HandOffFilter filter) {
    askedFor = filter.log();
  }

  @Override
  public void take(TopicRecord<HandOff> message) {
    message.ifValue(this::note);
    askedFor.take(message);
  }

  /** A reassigned lead's steps are in several partitions, so their times tell the order. */
  private void note(HandOff step) {
    alerts(step)
        .forEach(
            alert ->
                newest.merge(
                    alert,
                    step,
                    (before, now) ->
                        now.getOccurredAt().isBefore(before.getOccurredAt()) ? before : now));
  }

  @Override
  public List<HandOff> rows(int limit) {
    List<HandOff> steps = askedFor.rows(Integer.MAX_VALUE);
    Map<String, HandOff> last = new HashMap<>();
    steps.forEach(step -> alerts(step).forEach(alert -> last.put(alert, step)));
    List<HandOff> open =
        steps.stream()
            .filter(step -> alerts(step).anyMatch(a -> isOpen(a) && step.equals(last.get(a))))
            .toList();
    return open.subList(Math.max(0, open.size() - limit), open.size());
  }

  @Override
  public Optional<HandOff> next(TopicRecord<HandOff> message) {
    message.ifValue(this::note);
    return askedFor.next(message).filter(step -> alerts(step).anyMatch(this::isOpen));
  }

  private boolean isOpen(String alert) {
    HandOff step = newest.get(alert);
    return step != null
        && !step.getClosed()
        && (step.getKind() == HandOffKind.DIGEST || !step.getStageKind().isEmpty());
  }

  /** A digest hands over several. */
  private static Stream<String> alerts(HandOff step) {
    return Stream.concat(
            Stream.of(step.getAlertId()), step.getDigest().stream().map(DigestLead::getAlertId))
        .filter(alert -> !alert.isEmpty());
  }
}
