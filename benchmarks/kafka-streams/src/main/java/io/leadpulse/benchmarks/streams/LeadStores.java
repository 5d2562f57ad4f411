package io.leadpulse.benchmarks.streams;

import io.leadpulse.engine.lead.LeadState;
import io.leadpulse.engine.lead.LeadStateCodec;
import io.leadpulse.engine.profile.Profile;
import io.leadpulse.jobs.state.ProfileSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Leads and profiles in Kafka Streams' stores, in the bytes that the job has them in. */
final class LeadStores {
  private static final int INITIAL = 512;

  private final KeyValueStore<byte[], byte[]> leads;
  private final KeyValueStore<byte[], byte[]> profiles;
  private final Counts counts;
  private final LeadStateCodec codec = new LeadStateCodec();
  private final ProfileSerializer profileFormat = new ProfileSerializer();
  private final DataOutputSerializer out = new DataOutputSerializer(INITIAL);

  LeadStores(ProcessorContext<byte[], byte[]> context, Counts counts) {
    leads = context.getStateStore(ScoreTopology.LEADS);
    profiles = context.getStateStore(ScoreTopology.PROFILES);
    this.counts = counts;
  }

  /** The lead's state, a fresh one if it has none. */
  LeadState lead(String leadId) {
    counts.read();
    byte[] bytes = leads.get(key(leadId));
    return bytes == null ? new LeadState() : codec.read(bytes);
  }

  void putLead(String leadId, LeadState state) {
    counts.write();
    leads.put(key(leadId), codec.write(state));
  }

  /** Reads the profile only if it is asked for. */
  Supplier<Profile> profileOf(String leadId) {
    return () -> profile(leadId);
  }

  Profile profile(String leadId) {
    counts.read();
    byte[] bytes = profiles.get(key(leadId));
    try {
      return bytes == null
          ? Profile.UNKNOWN
          : profileFormat.deserialize(new DataInputDeserializer(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void putProfile(String leadId, Profile profile) {
    counts.write();
    out.clear();
    try {
      profileFormat.serialize(profile, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    profiles.put(key(leadId), out.getCopyOfBuffer());
  }

  private static byte[] key(String leadId) {
    return leadId.getBytes(StandardCharsets.UTF_8);
  }
}
