package io.leadpulse.cli.sales;

import io.leadpulse.schemas.SalesActivityKind;
import io.leadpulse.schemas.SalesActivityReason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The steps that sales reports, a command for each. */
public final class ReportCommands {
  private ReportCommands() {}

  /** {@code leadpulse handoffs accept}. */
  @Command(
      name = "accept",
      description = {
        "Reports that sales accepts leads.",
        "The lead is held from now on: its news goes to its owner and raises no alert."
      },
      footer = {
        "  leadpulse handoffs accept lead-00042 --owner tanaka",
        "  leadpulse handoffs accept lead-00042 lead-00043 --stage ISAL"
      })
  public static final class Accept extends ReportCommand {
    public Accept() {
      super(SalesActivityKind.ACCEPTED);
    }
  }

  /** {@code leadpulse handoffs reject}. */
  @Command(
      name = "reject",
      description = "Reports that sales rejects leads, and why.",
      footer = {
        "  leadpulse handoffs reject lead-00042 --reason no-need",
        "  leadpulse handoffs reject lead-00042 --reason competitor --owner tanaka"
      })
  public static final class Reject extends ReportCommand {
    @Option(
        names = "--reason",
        paramLabel = "REASON",
        required = true,
        converter = ReasonConverter.class,
        completionCandidates = ReasonConverter.class,
        description = "Why: ${COMPLETION-CANDIDATES}.")
    private SalesActivityReason reason = SalesActivityReason.NONE;

    public Reject() {
      super(SalesActivityKind.REJECTED);
    }

    @Override
    SalesActivityReason reason() {
      return reason;
    }
  }

  /** {@code leadpulse handoffs contacted}. */
  @Command(
      name = "contacted",
      description = "Reports that sales reached leads.",
      footer = "  leadpulse handoffs contacted lead-00042 --at 2026-04-01T10:30:00+09:00")
  public static final class Contacted extends ReportCommand {
    public Contacted() {
      super(SalesActivityKind.CONTACTED);
    }
  }

  /** {@code leadpulse handoffs meeting}. */
  @Command(
      name = "meeting",
      description = "Reports that sales met leads.",
      footer = "  leadpulse handoffs meeting lead-00042 --owner tanaka")
  public static final class Meeting extends ReportCommand {
    public Meeting() {
      super(SalesActivityKind.MEETING);
    }
  }

  /** {@code leadpulse handoffs qualified}. */
  @Command(
      name = "qualified",
      description = "Reports that leads are worth a proposal.",
      footer = "  leadpulse handoffs qualified lead-00042")
  public static final class Qualified extends ReportCommand {
    public Qualified() {
      super(SalesActivityKind.QUALIFIED);
    }
  }

  /** {@code leadpulse handoffs won}. */
  @Command(
      name = "won",
      description = "Reports orders.",
      footer = "  leadpulse handoffs won lead-00042 --team field-east")
  public static final class Won extends ReportCommand {
    public Won() {
      super(SalesActivityKind.WON);
    }
  }

  /** {@code leadpulse handoffs lost}. */
  @Command(
      name = "lost",
      description = "Reports that deals are lost.",
      footer = "  leadpulse handoffs lost lead-00042 --reason no-budget")
  public static final class Lost extends ReportCommand {
    @Option(
        names = "--reason",
        paramLabel = "REASON",
        converter = ReasonConverter.class,
        completionCandidates = ReasonConverter.class,
        description = "Why: ${COMPLETION-CANDIDATES} (default: not told).")
    private @Nullable SalesActivityReason reason;

    public Lost() {
      super(SalesActivityKind.LOST);
    }

    @Override
    SalesActivityReason reason() {
      return reason == null ? SalesActivityReason.NONE : reason;
    }
  }

  /** {@code leadpulse handoffs recycle}. */
  @Command(
      name = "recycle",
      description = "Gives leads back to marketing: it is too early for sales.",
      footer = "  leadpulse handoffs recycle lead-00042")
  public static final class Recycle extends ReportCommand {
    public Recycle() {
      super(SalesActivityKind.RECYCLED);
    }
  }
}
