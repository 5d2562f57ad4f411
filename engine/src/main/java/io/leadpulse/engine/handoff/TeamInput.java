package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;

/** What a team has to be told. */
public sealed interface TeamInput {
  /** The lead that it is about. */
  String leadId();

  /** The alert that it is about; empty if it names none. */
  default String alertId() {
    return "";
  }

  /** A lead has become hot. */
  record Raised(Candidate candidate) implements TeamInput {
    @Override
    public String leadId() {
      return candidate.leadId();
    }

    @Override
    public String alertId() {
      return candidate.alertId();
    }
  }

  /**
   * News of one that is hot, or that sales has.
   *
   * @param messageId of the news, the same in every copy
   */
  record Updated(String alertId, String leadId, String messageId, long intentMilli, String cause)
      implements TeamInput {}

  /**
   * One is hot no more, or never should have been.
   *
   * @param messageId of the news, the same in every copy
   */
  record Cooled(String alertId, String leadId, String messageId, String cause)
      implements TeamInput {}

  /** Sales says something. */
  record Reported(String leadId, SalesReport report) implements TeamInput {
    /** As a team understands it. */
    Report by(Team team) {
      NamedStage stage = team.stage(report.reached(), report.stage());
      Stage kind = stage.by() == null ? report.reached() : stage.by();
      return new Report(kind, stage.name(), report.reason(), report.owner(), report.occurredAt());
    }
  }

  /** A lead is to be forgotten. */
  record Erased(String leadId) implements TeamInput {}

  /** Writes any. */
  static void write(TeamInput input, ByteSink out) {
    if (input instanceof Raised raised) {
      out.fixed8(0);
      raised.candidate().write(out);
    } else if (input instanceof Updated updated) {
      out.fixed8(1);
      out.text(updated.alertId());
      out.text(updated.leadId());
      out.text(updated.messageId());
      out.signed(updated.intentMilli());
      out.text(updated.cause());
    } else if (input instanceof Cooled cooled) {
      out.fixed8(2);
      out.text(cooled.alertId());
      out.text(cooled.leadId());
      out.text(cooled.messageId());
      out.text(cooled.cause());
    } else if (input instanceof Reported reported) {
      out.fixed8(3);
      out.text(reported.leadId());
      reported.report().write(out);
    } else {
      out.fixed8(4);
      out.text(input.leadId());
    }
  }

  /** One as it was written. */
  static TeamInput read(ByteSource in) {
    int kind = in.fixed8();
    return switch (kind) {
      case 0 -> new Raised(Candidate.read(in));
      case 1 -> new Updated(in.text(), in.text(), in.text(), in.signed(), in.text());
      case 2 -> new Cooled(in.text(), in.text(), in.text(), in.text());
      case 3 -> new Reported(in.text(), SalesReport.read(in));
      case 4 -> new Erased(in.text());
      default -> throw new IllegalStateException("team input of kind " + kind);
    };
  }
}
