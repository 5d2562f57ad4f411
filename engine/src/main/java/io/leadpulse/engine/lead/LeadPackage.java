package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A lead on its way to another: itself first, then those that were merged into it before.
 *
 * <p>Its bytes begin with a version; every version ever released stays readable.
 */
public final class LeadPackage {
  private static final int VERSION = 1;

  final List<Part> parts;

  LeadPackage(List<Part> parts) {
    this.parts = parts;
  }

  /** The id of the lead that it is, or was. */
  public String leadId() {
    return parts.get(0).id;
  }

  /** The ids of the lead and of those that were merged into it. */
  public List<String> ids() {
    return parts.stream().map(part -> part.id).toList();
  }

  /**
   * What is known under an id, as it is stored.
   *
   * @return empty if nothing is
   */
  public byte[] profile(String id) {
    for (Part part : parts) {
      if (part.id.equals(id)) {
        return part.profile;
      }
    }
    return Part.NO_PROFILE;
  }

  /** Version of the release that judged the lead last, 0 if none has. */
  public long modelVersion() {
    return parts.get(0).state.modelVersion();
  }

  public byte[] toBytes() {
    ByteSink out = new ByteSink();
    LeadStateCodec codec = new LeadStateCodec();
    out.fixed8(VERSION);
    out.unsigned(parts.size());
    for (Part part : parts) {
      out.text(part.id);
      out.text(part.into);
      byte[] state = codec.write(part.state);
      out.unsigned(state.length);
      out.bytes(state, 0, state.length);
      out.signed(part.profileAt);
      out.unsigned(part.profile.length);
      out.bytes(part.profile, 0, part.profile.length);
    }
    return out.toBytes();
  }

  /**
   * Reads what {@link #toBytes} of this or an earlier release wrote.
   *
   * @throws IllegalStateException if the bytes come from a later release
   */
  public static LeadPackage of(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int version = in.fixed8();
    if (version != VERSION) {
      throw new IllegalStateException(
          "package of a lead in layout " + version + "; this release reads up to " + VERSION);
    }
    LeadStateCodec codec = new LeadStateCodec();
    int size = in.count();
    List<Part> parts = new ArrayList<>(size);
    for (int left = size; left > 0; left--) {
      String id = in.text();
      String into = in.text();
      LeadState state = codec.read(in.bytes(in.count()));
      long profileAt = in.signed();
      parts.add(new Part(id, into, state, in.bytes(in.count()), profileAt));
    }
    return new LeadPackage(parts);
  }
}
