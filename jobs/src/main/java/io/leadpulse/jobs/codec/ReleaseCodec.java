package io.leadpulse.jobs.codec;

import io.leadpulse.engine.release.Release;
import io.leadpulse.engine.release.ReleaseHistory;
import io.leadpulse.engine.yaml.Problem;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.ScoringModelRelease;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import java.util.List;
import java.util.stream.Collectors;

/** Turns records of the model topic into releases, valid ones only. For one thread at a time. */
public final class ReleaseCodec {
  private static final int NAMED_PROBLEMS = 5;

  private final RecordReader<ScoringModelRelease, Release> reader;

  /** Reads records of an installation without a registry. */
  public ReleaseCodec() {
    this(RecordFormat.singleObject());
  }

  public ReleaseCodec(RecordFormat format) {
    reader = new Reader(format);
  }

  /** The release, or why it can judge nobody. */
  public Reading<Release> read(RawRecord raw) {
    return reader.read(raw);
  }

  private static final class Reader extends RecordReader<ScoringModelRelease, Release> {
    private final RecordDecoder<ScoringModelRelease> decoder;

    Reader(RecordFormat format) {
      decoder = format.decoder(Topics.SCORING_MODEL, Limits.MODEL);
    }

    @Override
    Decoded<ScoringModelRelease> decode(RawRecord raw) {
      return decoder.decode(raw.value());
    }

    @Override
    Release translate(ScoringModelRelease value, RawRecord raw) throws Refusal {
      String modelId = Checks.notBlank("modelId", value.getModelId());
      if (value.getVersion() < 1) {
        throw Refusal.invalid("version is below 1");
      }
      Release release = release(modelId, value);
      List<Problem> problems = ReleaseHistory.empty().with(release).problems();
      if (!problems.isEmpty()) {
        throw new Refusal(RefusalCause.INVALID_MODEL, text(problems));
      }
      return release;
    }

    private static Release release(String modelId, ScoringModelRelease value) {
      long effectiveAt = value.getEffectiveAt().toEpochMilli();
      return value.getSha256().isEmpty()
          ? Release.of(modelId, value.getVersion(), effectiveAt, value.getYaml())
          : new Release(
              modelId, value.getVersion(), effectiveAt, value.getYaml(), value.getSha256());
    }

    private static String text(List<Problem> problems) {
      String some =
          problems.stream()
              .limit(NAMED_PROBLEMS)
              .map(Problem::toString)
              .collect(Collectors.joining("\n"));
      int others = problems.size() - NAMED_PROBLEMS;
      return others > 0 ? some + "\nand " + others + " more" : some;
    }
  }
}
