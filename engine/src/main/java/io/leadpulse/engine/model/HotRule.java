package io.leadpulse.engine.model;

import io.leadpulse.engine.profile.Fit;
import java.util.List;
import java.util.Map;

/**
 * When a lead enters and leaves HOT.
 *
 * @param enterByFit milli-points by grade, a grade that is missing bars the lead
 * @param exit milli-points below which the episode ends
 * @param cooldownHours from an episode's end to the next alert
 * @param handRaiseKeepsHours how long a hand-raise keeps its episode open at least
 * @param distinctSignals contributing signals needed
 * @param humanSignals of these, how many a machine cannot fake
 * @param gates that must hold
 */
public record HotRule(
    Map<Fit, Long> enterByFit,
    long exit,
    int cooldownHours,
    int handRaiseKeepsHours,
    int distinctSignals,
    int humanSignals,
    List<Gate> gates) {
  public static final long NEVER = Long.MAX_VALUE;

  public HotRule {
    enterByFit = Map.copyOf(enterByFit);
    gates = List.copyOf(gates);
  }

  public long enter(Fit fit) {
    return enterByFit.getOrDefault(fit, NEVER);
  }
}
