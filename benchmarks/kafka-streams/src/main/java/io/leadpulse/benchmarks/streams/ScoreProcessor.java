package io.leadpulse.benchmarks.streams;

import io.leadpulse.engine.hygiene.SuspectReason;
import io.leadpulse.engine.lead.Alert;
import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.Outcome;
import io.leadpulse.engine.lead.ScoreRow;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.lead.Step;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.Release;
import io.leadpulse.jobs.codec.InputCodec;
import io.leadpulse.jobs.codec.OutputCodec;
import io.leadpulse.jobs.codec.Reading;
import io.leadpulse.jobs.config.JobConfig;
import io.leadpulse.jobs.kafka.PublishedReleases;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Engaged;
import io.leadpulse.jobs.record.LeadInput.Profiled;
import io.leadpulse.jobs.record.LeadInput.Reported;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.SourceInput;
import io.leadpulse.jobs.record.SourceTopic;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What the job does for an input, with the job's own codecs, the engine and the same compact bytes
 * per lead. What it leaves out makes it cheaper: no timers, so silent leads do not cool, and no
 * second release of the model.
 */
final class ScoreProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  private final JobConfig config;
  private final Counts counts;
  private final Map<String, SourceTopic> sources = new HashMap<>();
  private final InputCodec inputs = new InputCodec();
  private final OutputCodec outputs;

  // Made in init.
  private @Nullable ProcessorContext<byte[], byte[]> context;
  private @Nullable LeadStores leads;
  private @Nullable LeadScorer scorer;

  ScoreProcessor(JobConfig config, Counts counts) {
    this.config = config;
    this.counts = counts;
    String prefix = config.kafka().topicPrefix();
    outputs = new OutputCodec(prefix);
    for (SourceTopic source : SourceTopic.values()) {
      sources.put(source.topic(prefix), source);
    }
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    leads = new LeadStores(context, counts);
    scorer = scorer();
  }

  private LeadScorer scorer() {
    try {
      List<Release> releases =
          new PublishedReleases(config.kafka(), RecordFormat.singleObject()).load();
      CompiledModel model = releases.get(0).compile();
      return new LeadScorer(
          model.model(),
          model.classifier(),
          model.profilePolicy(),
          new ScoringSettings(config.toleranceMilli(), config.dedupeWindowHours()));
    } catch (Exception e) {
      throw new IllegalStateException("the model cannot be read", e);
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = Objects.requireNonNull(context).recordMetadata().orElseThrow();
    RawRecord raw =
        new RawRecord(
            place.topic(),
            place.partition(),
            place.offset(),
            record.timestamp(),
            record.key(),
            record.value());
    Reading<SourceInput> reading =
        inputs.read(Objects.requireNonNull(sources.get(place.topic())), raw);
    counts.input(
        reading instanceof Reading.Value<SourceInput> read
                && read.value() instanceof LeadInput input
            ? take(input)
            : Outcome.DEAD_LETTERED);
  }

  private Outcome take(LeadInput input) {
    if (input instanceof Engaged engaged) {
      return engaged(engaged);
    }
    return input instanceof Profiled profiled ? profiled(profiled) : reported((Reported) input);
  }

  private Outcome engaged(Engaged input) {
    LeadState state = leads().lead(input.leadId());
    Step step =
        scoring().onEngagement(state, input.engagement(), leads().profileOf(input.leadId()));
    if (step.outcome() == Outcome.SUSPECT) {
      send(
          outputs.suspect(
              input.leadId(), input, SuspectReason.of(step.reasons()), scoring().model()));
    }
    return commit(input.leadId(), state, step);
  }

  private Outcome profiled(Profiled input) {
    Profile held = leads().profile(input.leadId());
    if (input.profile().equals(held)) {
      return Outcome.DUPLICATE;
    }
    if (held.updatedAt() > input.profile().updatedAt()) {
      return Outcome.APPLIED;
    }
    leads().putProfile(input.leadId(), input.profile());
    LeadState state = leads().lead(input.leadId());
    return commit(
        input.leadId(),
        state,
        scoring().onProfile(state, input.leadId(), input.profile(), input.recordedAt()));
  }

  private Outcome reported(Reported input) {
    LeadState state = leads().lead(input.leadId());
    return commit(
        input.leadId(),
        state,
        scoring()
            .onSalesActivity(
                state, input.leadId(), input.activity(), leads().profileOf(input.leadId())));
  }

  private Outcome commit(String leadId, LeadState state, Step step) {
    Outcome outcome = step.outcome();
    if (outcome != Outcome.DUPLICATE) {
      for (Alert alert : step.alerts()) {
        send(outputs.alert(alert));
      }
      for (ScoreRow row : step.rows()) {
        send(outputs.score(row));
      }
      leads().putLead(leadId, state);
    }
    return outcome;
  }

  private void send(OutputRecord output) {
    ProcessorContext<byte[], byte[]> way = Objects.requireNonNull(context);
    counts.record();
    way.forward(
        new Record<>(output.key(), output.value(), way.currentStreamTimeMs()),
        output.topic().name());
  }

  private LeadStores leads() {
    return Objects.requireNonNull(leads);
  }

  private LeadScorer scoring() {
    return Objects.requireNonNull(scorer);
  }
}
