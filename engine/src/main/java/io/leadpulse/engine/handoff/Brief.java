package io.leadpulse.engine.handoff;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.profile.Fit;
import java.util.List;

/**
 * What sales is told of a hot lead, and what its outcome is counted by.
 *
 * @param scorecard id of the scorecard by which it is hot
 * @param modelVersion of the scoring model that judged
 * @param accountId of its company; empty if none is known
 * @param routing the exclusion of a lead that asked to be contacted all the same; empty otherwise
 * @param topics of interest, strongest first
 * @param signals ids of the signals that made it hot, strongest first
 * @param source campaign of the newest touch that has one; empty if none has
 * @param bestHours hours of the day in which it was active most, the best first
 * @param reasonJa why it is hot, in a sentence
 */
public record Brief(
    String scorecard,
    String modelId,
    long modelVersion,
    String accountId,
    String company,
    Fit fit,
    String routing,
    List<String> topics,
    List<String> signals,
    String source,
    List<Integer> bestHours,
    String reasonJa,
    String reasonEn) {
  /** Of a lead of which nothing is known. */
  public static final Brief NONE =
      new Brief("", "", 0, "", "", Fit.UNKNOWN, "", List.of(), List.of(), "", List.of(), "", "");

  private static final Fit[] FITS = Fit.values();

  public Brief {
    topics = List.copyOf(topics);
    signals = List.copyOf(signals);
    bestHours = List.copyOf(bestHours);
  }

  Brief withBestHours(List<Integer> hours) {
    return new Brief(
        scorecard,
        modelId,
        modelVersion,
        accountId,
        company,
        fit,
        routing,
        topics,
        signals,
        source,
        hours,
        reasonJa,
        reasonEn);
  }

  void write(ByteSink out) {
    out.text(scorecard);
    out.text(modelId);
    out.signed(modelVersion);
    out.text(accountId);
    out.text(company);
    out.fixed8(fit.ordinal());
    out.text(routing);
    Lists.write(topics, out::text, out);
    Lists.write(signals, out::text, out);
    out.text(source);
    Lists.write(bestHours, out::fixed8, out);
    out.text(reasonJa);
    out.text(reasonEn);
  }

  static Brief read(ByteSource in) {
    return new Brief(
        in.text(),
        in.text(),
        in.signed(),
        in.text(),
        in.text(),
        FITS[in.fixed8()],
        in.text(),
        Lists.read(in, ByteSource::text),
        Lists.read(in, ByteSource::text),
        in.text(),
        Lists.read(in, ByteSource::fixed8),
        in.text(),
        in.text());
  }
}
