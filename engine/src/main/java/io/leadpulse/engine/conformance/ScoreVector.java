package io.leadpulse.engine.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One case of a file of score vectors: touches, the rules that value them, and what comes out. */
record ScoreVector(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String timeZone,
    @JsonProperty(required = true) int retentionDays,
    @JsonProperty(required = true) Map<String, SignalRule> signals,
    @JsonProperty(required = true) Map<String, Long> categories,
    @JsonProperty(required = true) List<List<Integer>> dampers,
    @JsonProperty(required = true) List<Touch> touches,
    @JsonProperty(required = true) String asOf,
    @JsonProperty(required = true) Expectation expect) {

  /**
   * What a signal is worth.
   *
   * @param perDay null for no limit
   */
  record SignalRule(
      @JsonProperty(required = true) long pointsMilli,
      @JsonProperty(required = true) int halfLifeDays,
      @Nullable Integer perDay,
      @JsonProperty(required = true) String category) {}

  /**
   * A classified touch.
   *
   * @param count null for 1
   * @param key natural key, null for none
   */
  record Touch(
      @JsonProperty(required = true) String signal,
      @JsonProperty(required = true) String at,
      @Nullable Integer count,
      @Nullable String key) {}

  /** The numbers that any implementation must give. */
  record Expectation(
      @JsonProperty(required = true) long intentMilli,
      @JsonProperty(required = true) Map<String, Long> contributionsMilli,
      @JsonProperty(required = true) Map<String, Long> beforeCapsMilli) {}
}
