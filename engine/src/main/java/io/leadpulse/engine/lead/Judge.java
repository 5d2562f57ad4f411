package io.leadpulse.engine.lead;

import io.leadpulse.engine.classify.Classifier;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.hygiene.Facts;
import io.leadpulse.engine.hygiene.Inquiry;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.score.CivilCalendar;
import java.util.Set;

/** What one release says of an engagement that was recorded under it. */
final class Judge {
  /** Civil days of the release's zone. */
  final CivilCalendar calendar;

  final EventHygiene hygiene;
  final Inquiry inquiry;

  /** How long a click waits before it counts; 0 if it does not. */
  final long quarantineMillis;

  private final Set<String> hiddenLinks;
  private final Classifier classifier;
  private final Signal[] signals;
  private final int[] hashes;
  private final int[] matched;

  Judge(ScoringModel model, Classifier classifier) {
    this.classifier = classifier;
    calendar = new CivilCalendar(model.zone());
    hygiene = new EventHygiene(model.hygiene());
    hiddenLinks = model.hygiene().hiddenLinks();
    quarantineMillis = model.hygiene().quarantineMillis();
    inquiry = new Inquiry(model.hygiene().floodPerDay(), calendar::dayOf);
    signals = model.signals().toArray(Signal[]::new);
    hashes = model.signals().stream().mapToInt(Signal::hash).toArray();
    matched = new int[signals.length];
  }

  /** Whether an engagement is a click on a link that people cannot see. */
  boolean isHidden(Engagement event) {
    return !hiddenLinks.isEmpty()
        && event.kind() == EventKind.CLICK
        && hiddenLinks.contains(Facts.pathOf(event.link()).toString());
  }

  /** Finds the signals that an engagement counts for; returns how many there are. */
  int classify(Engagement event) {
    return classifier.classify(event, matched);
  }

  /** The {@code i}-th signal of the engagement that was classified last. */
  Signal signal(int i) {
    return signals[matched[i]];
  }

  /** The hash of its id. */
  int hash(int i) {
    return hashes[matched[i]];
  }
}
