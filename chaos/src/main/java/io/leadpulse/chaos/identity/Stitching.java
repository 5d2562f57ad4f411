package io.leadpulse.chaos.identity;

import io.leadpulse.engine.identity.Departures;
import io.leadpulse.engine.identity.DropReason;
import io.leadpulse.engine.identity.Link;
import io.leadpulse.engine.identity.Placement;
import io.leadpulse.engine.identity.VisitorPolicy;
import io.leadpulse.engine.identity.VisitorState;
import io.leadpulse.engine.identity.WaitingTouch;
import io.leadpulse.jobs.record.AnonymousFormat;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.VisitorInput.Linked;
import io.leadpulse.jobs.record.VisitorInput.Touched;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the leads of anonymous records by the engine's rules alone. Every visitor of a story is one
 * lead's at most, so it makes no difference whether a link or a touch is taken first.
 */
final class Stitching {
  private final Map<String, Visitor> visitors = new HashMap<>();
  private final Consumer<Given> sink;
  private long waiting;
  private long copies;

  /** What is known of one, and when it became known whose it is. */
  private static final class Visitor {
    private final VisitorState state = new VisitorState();

    /** By hash of what waits. */
    private final Map<Long, Integer> chapters = new HashMap<>();

    private int linkedIn = Integer.MAX_VALUE;
  }

  /**
   * @param sink takes what has found its lead
   */
  Stitching(Consumer<Given> sink) {
    this.sink = sink;
  }

  void touch(Touched touched, int chapter) {
    Visitor visitor = visitor(touched.visitorId());
    Engaged engaged = touched.engaged();
    Placement placement = VisitorPolicy.place(visitor.state, touched.occurredAt());
    if (placement.leadId() != null) {
      sink.accept(new Given(engaged.by(placement.leadId()), Math.max(chapter, visitor.linkedIn)));
    } else if (placement.reason() != null) {
      throw new IllegalStateException("a story drops nothing: " + placement.reason());
    } else {
      await(visitor, engaged, chapter);
    }
  }

  private void await(Visitor visitor, Engaged engaged, int chapter) {
    WaitingTouch touch =
        new WaitingTouch(engaged.occurredAt(), engaged.hash(), AnonymousFormat.write(engaged));
    if (VisitorPolicy.await(visitor.state, touch, new Leaving(visitor))) {
      visitor.chapters.put(touch.hash(), chapter);
      waiting++;
    } else {
      copies++;
    }
  }

  void link(Linked linked, int chapter) {
    Visitor visitor = visitor(linked.visitorId());
    visitor.linkedIn = Math.min(visitor.linkedIn, chapter);
    Link link = new Link(linked.occurredAt(), linked.leadId());
    VisitorPolicy.link(visitor.state, link, new Leaving(visitor));
  }

  private Visitor visitor(String id) {
    return visitors.computeIfAbsent(id, any -> new Visitor());
  }

  /** Hands on what waited. */
  private final class Leaving implements Departures {
    private final Visitor visitor;

    Leaving(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void release(WaitingTouch touch, String leadId) {
      waiting--;
      int chapter = visitor.chapters.getOrDefault(touch.hash(), 0);
      Engaged engaged = AnonymousFormat.read(leadId, touch.payload());
      sink.accept(new Given(engaged, Math.max(chapter, visitor.linkedIn)));
    }

    @Override
    public void drop(WaitingTouch touch, DropReason reason) {
      throw new IllegalStateException("a story drops nothing: " + reason);
    }
  }

  /** Records whose visitor nobody came to know. */
  long waiting() {
    return waiting;
  }

  /** Copies of records that waited. */
  long copies() {
    return copies;
  }
}
