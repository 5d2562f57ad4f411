package io.leadpulse.engine.conformance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadpulse.engine.ledger.Ledger;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.engine.model.Signal;
import io.leadpulse.engine.model.StableHash;
import io.leadpulse.engine.score.Appraisal;
import io.leadpulse.engine.score.Contribution;
import io.leadpulse.engine.score.Score;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs score vectors, a portable JSON format, through the engine and names each difference.
 *
 * <p>A file is an array of cases. Touches are given already classified; the expected intent,
 * contributions and points before caps must be met to the milli-point.
 */
public final class ScoreVectors {
  private static final long HOUR_MILLIS = 3_600_000;

  private final List<ScoreVector> vectors;

  private ScoreVectors(List<ScoreVector> vectors) {
    this.vectors = vectors;
  }

  /**
   * Reads a file of vectors.
   *
   * @throws IOException if the file cannot be read or is not of the format
   */
  public static ScoreVectors read(InputStream json) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    JavaType type = mapper.getTypeFactory().constructCollectionType(List.class, ScoreVector.class);
    return new ScoreVectors(mapper.readValue(json, type));
  }

  /** The number of cases. */
  public int size() {
    return vectors.size();
  }

  /** One sentence for each number that the engine gives otherwise; empty if it conforms. */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    for (ScoreVector vector : vectors) {
      compare(vector, differences);
    }
    return differences;
  }

  private static void compare(ScoreVector vector, List<String> differences) {
    ScoringModel model;
    Ledger ledger;
    int hour;
    try {
      model = VectorModel.of(vector);
      ledger = ledger(vector, model);
      hour = hourOf(vector.asOf());
    } catch (RuntimeException unusable) {
      differences.add(vector.name() + ": the case cannot be used: " + unusable.getMessage());
      return;
    }
    Appraisal appraisal = new Appraisal(model);
    appraisal.load(ledger, new int[0], model.scorecards().get(0), -1L);
    Score score = appraisal.scoreAt(hour);
    Map<String, Long> contributions = new TreeMap<>();
    Map<String, Long> beforeCaps = new TreeMap<>();
    for (Contribution contribution : score.contributions()) {
      String signal = model.signals().get(contribution.signal()).id();
      contributions.put(signal, contribution.milliPoints());
      beforeCaps.put(signal, contribution.milliPoints() + contribution.cut());
    }
    ScoreVector.Expectation expected = vector.expect();
    differ(vector, "intentMilli", expected.intentMilli(), score.intent(), differences);
    differ(
        vector,
        "intentMilli without detail",
        score.intent(),
        appraisal.intentAt(hour),
        differences);
    differ(
        vector,
        "contributionsMilli",
        new TreeMap<>(expected.contributionsMilli()),
        contributions,
        differences);
    differ(
        vector,
        "beforeCapsMilli",
        new TreeMap<>(expected.beforeCapsMilli()),
        beforeCaps,
        differences);
  }

  private static void differ(
      ScoreVector vector, String what, Object expected, Object actual, List<String> differences) {
    if (!expected.equals(actual)) {
      differences.add(vector.name() + ": " + what + ": expected " + expected + ", got " + actual);
    }
  }

  private static Ledger ledger(ScoreVector vector, ScoringModel model) {
    Ledger ledger = new Ledger();
    for (ScoreVector.Touch touch : vector.touches()) {
      int signal = signal(model, touch.signal()).hash();
      int hour = hourOf(touch.at());
      String key = touch.key();
      if (key == null) {
        Integer count = touch.count();
        ledger.add(signal, hour, count == null ? 1 : count);
      } else {
        ledger.addKeyed(signal, StableHash.of64(key), hour, model.horizonHours());
      }
    }
    return ledger;
  }

  private static Signal signal(ScoringModel model, String id) {
    return model.signals().stream()
        .filter(signal -> signal.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown signal " + id));
  }

  private static int hourOf(String instant) {
    return Math.toIntExact(Math.floorDiv(Instant.parse(instant).toEpochMilli(), HOUR_MILLIS));
  }
}
