package io.leadpulse.chaos.identity;

import io.leadpulse.chaos.people.Wire;
import io.leadpulse.chaos.stage.ColdReplay;
import io.leadpulse.chaos.stage.Inputs;
import io.leadpulse.chaos.stage.Outcomes.Place;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Identified;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.jobs.record.VisitorInput.Linked;
import io.leadpulse.jobs.record.VisitorInput.Touched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What should have come of the records: each person as one lead from the start, in one loop that
 * knows no merges. Somebody who was erased is nobody, and of what came about then it is open
 * whether it came before.
 */
final class Truth {
  private final InputCodec codec = new InputCodec();
  private final List<Given> given = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private final Map<Place, Integer> chapters = new HashMap<>();

  /** By the hash that copies share. */
  private final Map<Long, List<Place>> engagements = new HashMap<>();

  private final Stitching stitching = new Stitching(given::add);
  private final Kinship kinship = new Kinship();
  private final ColdReplay replay;
  private final Map<SourceTopic, Map<Outcome, Long>> certain = new EnumMap<>(SourceTopic.class);
  private final Map<SourceTopic, Long> open = new EnumMap<>(SourceTopic.class);

  /** Something that became known, and in which chapter. */
  private record Told(Identified identified, int chapter) {}

  Truth(Release release) {
    replay = new ColdReplay(release);
  }

  /** From the input topics of a broker. */
  static Truth read(String bootstrap, Release release) {
    Truth truth = new Truth(release);
    Inputs.read(bootstrap, truth::take);
    truth.conclude();
    return truth;
  }

  void take(SourceTopic source, RawRecord raw, ConsumerRecord<byte[], byte[]> message) {
    if (!(codec.read(source, raw) instanceof Reading.Value<SourceInput> value)) {
      throw new IllegalStateException("a story has no bad records");
    }
    int chapter = Wire.chapter(message.headers());
    SourceInput input = value.value();
    if (input instanceof Touched touched) {
      chapters.put(Place.of(touched.engaged()), chapter);
      stitching.touch(touched, chapter);
    } else if (input instanceof Linked linked) {
      stitching.link(linked, chapter);
    } else if (input instanceof Identified identified) {
      told.add(new Told(identified, chapter));
    } else {
      take((LeadInput) input, chapter);
    }
  }

  private void take(LeadInput input, int chapter) {
    chapters.put(Place.of(input), chapter);
    given.add(new Given(input, chapter));
    if (input instanceof Engaged engaged && !engaged.visitorId().isEmpty()) {
      stitching.link(Linked.by(engaged), chapter);
    }
  }

  /** Once all has been taken. */
  void conclude() {
    told.sort(
        Comparator.comparingInt(Told::chapter)
            .thenComparingLong(change -> change.identified().recordedAt()));
    told.forEach(change -> kinship.take(change.identified().change(), change.chapter()));
    given.forEach(this::judge);
    replay.release();
    replay.outcomes().all().forEach((place, outcome) -> count(place.topic(), outcome, 1));
    count(SourceTopic.WEB_ACCESS, Outcome.WAITING, stitching.waiting());
    count(SourceTopic.WEB_ACCESS, Outcome.DUPLICATE, stitching.copies());
  }

  private void judge(Given one) {
    LeadInput input = one.input();
    int erasedIn = kinship.erasedIn(input.leadId());
    if (erasedIn == Kinship.NEVER && input instanceof Engaged engaged) {
      engagements.computeIfAbsent(engaged.hash(), any -> new ArrayList<>()).add(Place.of(input));
    }
    if (one.chapter() < erasedIn) {
      replay.take(input.by(kinship.personOf(input.leadId())));
    } else if (one.chapter() == erasedIn) {
      open.merge(input.source(), 1L, Long::sum);
    } else {
      count(input.source(), Outcome.ERASED, 1);
    }
  }

  private void count(SourceTopic topic, Outcome outcome, long records) {
    certain
        .computeIfAbsent(topic, any -> new EnumMap<>(Outcome.class))
        .merge(outcome, records, Long::sum);
  }

  Kinship kinship() {
    return kinship;
  }

  /** The persons who acted, those too who were erased. */
  Iterable<String> persons() {
    return replay.leads();
  }

  /**
   * What is to be thought of somebody who was not erased, at an hour.
   *
   * @return null for somebody without a score
   */
  ScoreRow.@Nullable Content at(String person, String scorecard, int hour) {
    return replay.at(person, scorecard, hour);
  }

  /** What became of each record of a lead, but of those that came about when it was erased. */
  Map<Place, Outcome> outcomes() {
    return replay.outcomes().all();
  }

  boolean isSuspect(Place place) {
    return outcomes().get(place) == Outcome.SUSPECT;
  }

  /** Where the records of each engagement of somebody not erased lie. */
  Collection<List<Place>> engagements() {
    return engagements.values();
  }

  /** The chapter in which a record was sent. */
  int chapter(Place place) {
    return chapters.getOrDefault(place, 0);
  }

  /** Records of a topic that surely came to each outcome. */
  Map<Outcome, Long> certain(SourceTopic topic) {
    return certain.getOrDefault(topic, Map.of());
  }

  /** Records of a topic that came about when their lead was erased. */
  long open(SourceTopic topic) {
    return open.getOrDefault(topic, 0L);
  }
}
