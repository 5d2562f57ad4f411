package io.leadpulse.jobs.stitch;

import io.leadpulse.engine.identity.Departures;
import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.identity.Link;
import io.leadpulse.engine.identity.LinkEffect;
import io.leadpulse.engine.identity.Placement;
import io.leadpulse.engine.identity.VisitorPolicy;
import io.leadpulse.engine.identity.VisitorState;
import io.leadpulse.engine.identity.WaitingTouch;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.jobs.record.AnonymousFormat;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput;
import io.leadpulse.jobs.record.VisitorInput.Linked;
import io.leadpulse.jobs.record.VisitorInput.Touched;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles one thing at a time: fetches the visitor, has it decided, hands on what found its lead,
 * counts the rest, puts the visitor back.
 */
final class VisitorDesk implements Departures {
  private static final Logger LOG = LoggerFactory.getLogger(VisitorDesk.class);

  private final VisitorStore store;
  private final VisitorTimers timers;
  private final RecentVisitors recent;
  private final StitchCounters counters;
  private final StitchMetrics metrics;
  private final Consumer<LeadInput> output;

  VisitorDesk(
      VisitorStore store,
      VisitorTimers timers,
      RecentVisitors recent,
      StitchCounters counters,
      StitchMetrics metrics,
      Consumer<LeadInput> output) {
    this.store = store;
    this.timers = timers;
    this.recent = recent;
    this.counters = counters;
    this.metrics = metrics;
    this.output = output;
  }

  void take(VisitorInput input) {
    String known = recent.leadAt(input.visitorId(), input.occurredAt(), timers.dayOf(input));
    if (input instanceof Touched touched) {
      if (known != null) {
        hand(touched.engaged(), known);
      } else {
        touched(touched);
      }
    } else if (input instanceof Linked linked) {
      if (linked.leadId().equals(known)) {
        count(linked, LinkEffect.NONE);
      } else {
        linked(linked);
      }
    }
  }

  private void touched(Touched input) {
    VisitorState held = store.visitor(input.visitorId());
    VisitorState visitor = held == null ? new VisitorState() : held;
    boolean changed = visitor.seen(timers.dayOf(input));
    Placement placement = VisitorPolicy.place(visitor, input.occurredAt());
    if (placement.leadId() != null) {
      hand(input.engaged(), placement.leadId());
    } else if (placement.reason() != null) {
      counters.dropped(input.source(), placement.reason());
    } else if (await(visitor, input.engaged())) {
      changed = true;
    }
    commit(input.visitorId(), visitor, changed, held == null);
  }

  private boolean await(VisitorState visitor, Engaged engaged) {
    WaitingTouch touch =
        new WaitingTouch(engaged.occurredAt(), engaged.hash(), AnonymousFormat.write(engaged));
    boolean waits = VisitorPolicy.await(visitor, touch, this);
    counters.count(engaged.source(), waits ? Outcome.WAITING : Outcome.DUPLICATE);
    return waits;
  }

  private void linked(Linked input) {
    VisitorState held = store.visitor(input.visitorId());
    VisitorState visitor = held == null ? new VisitorState() : held;
    Link link = new Link(input.occurredAt(), input.leadId());
    LinkEffect effect = VisitorPolicy.link(visitor, link, this);
    boolean changed = effect == LinkEffect.CHANGED || effect == LinkEffect.SHARES;
    changed |= visitor.seen(timers.dayOf(input));
    commit(input.visitorId(), visitor, changed, held == null);
    count(input, effect);
  }

  private void count(Linked input, LinkEffect effect) {
    metrics.link(effect == LinkEffect.CHANGED);
    if (effect == LinkEffect.SHARES) {
      metrics.visitorShared();
      LOG.info(
          "A visitor was linked to more than {} leads and is taken for several people",
          VisitorPolicy.MOST_LEADS);
    }
    if (!input.isRecord()) {
      return;
    }
    switch (effect) {
      case CHANGED -> counters.count(SourceTopic.IDENTITY, Outcome.APPLIED);
      case NONE -> counters.count(SourceTopic.IDENTITY, Outcome.DUPLICATE);
      case SHARES, IGNORED -> counters.dropped(SourceTopic.IDENTITY, DropReason.SHARED_VISITOR);
    }
  }

  private void commit(String visitorId, VisitorState visitor, boolean changed, boolean isNew) {
    if (changed) {
      store.put(visitorId, visitor);
    }
    if (isNew) {
      timers.register(visitorId, visitor.lastDay());
    }
    recent.keep(visitorId, visitor);
  }

  /**
   * Forgets a visitor who stayed away, or looks again later.
   *
   * @param firedAt the timer's own time, epoch milliseconds
   */
  void timer(String visitorId, long firedAt) {
    VisitorState visitor = store.visitor(visitorId);
    if (visitor == null) {
      return;
    }
    if (!timers.isOver(visitorId, visitor.lastDay(), firedAt)) {
      timers.register(visitorId, visitor.lastDay());
      return;
    }
    VisitorPolicy.forget(visitor, this);
    store.remove(visitorId);
    recent.remove(visitorId);
    metrics.visitorForgotten();
  }

  /** Has a visitor forget leads, whomever it is remembered as. */
  void erase(String visitorId, Set<String> leads) {
    VisitorState visitor = store.visitor(visitorId);
    if (visitor != null && VisitorPolicy.erase(visitor, leads)) {
      store.put(visitorId, visitor);
      recent.remove(visitorId);
      metrics.leadErased();
    }
  }

  @Override
  public void release(WaitingTouch touch, String leadId) {
    Engaged engaged = AnonymousFormat.read(leadId, touch.payload());
    counters.left(engaged.source());
    metrics.released();
    output.accept(engaged);
  }

  @Override
  public void drop(WaitingTouch touch, DropReason reason) {
    SourceTopic source = AnonymousFormat.read("", touch.payload()).source();
    counters.left(source);
    counters.dropped(source, reason);
  }

  private void hand(Engaged engaged, String leadId) {
    if (leadId.equals(Link.NOBODY)) {
      counters.count(engaged.source(), Outcome.ERASED);
      return;
    }
    metrics.released();
    output.accept(engaged.by(leadId));
  }
}
