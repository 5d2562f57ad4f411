package io.leadpulse.engine.lead;

import io.leadpulse.engine.bytes.ByteSink;
import io.leadpulse.engine.bytes.ByteSource;
import io.leadpulse.engine.classify.ProfileVerdict;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Fit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores what a model says of a profile. Most leads have one of a few verdicts, so those read last
 * are handed out again.
 */
final class VerdictFormat {
  private static final Fit[] FITS = Fit.values();
  private static final Exclusion[] EXCLUSIONS = Exclusion.values();
  private static final int NIBBLE = 4;
  private static final int POOL = 64;

  private final @Nullable ProfileVerdict[] pool = new ProfileVerdict[POOL];
  private long[] gates = new long[4];

  static void write(ProfileVerdict verdict, ByteSink out) {
    out.fixed8(verdict.fit().ordinal() << NIBBLE | verdict.exclusion().ordinal());
    out.unsigned(verdict.activeDampers());
    List<Long> gates = verdict.failedGates();
    out.unsigned(gates.size());
    for (int i = 0; i < gates.size(); i++) {
      out.unsigned(gates.get(i));
    }
  }

  ProfileVerdict read(ByteSource in) {
    int grades = in.fixed8();
    long dampers = in.unsigned();
    int size = in.count();
    if (gates.length < size) {
      gates = new long[size];
    }
    long hash = grades * 31L + dampers;
    for (int i = 0; i < size; i++) {
      gates[i] = in.unsigned();
      hash = hash * 31 + gates[i];
    }
    int slot = (int) (hash & POOL - 1);
    ProfileVerdict known = pool[slot];
    if (known == null || !isLike(known, grades, dampers, size)) {
      known = make(grades, dampers, size);
      pool[slot] = known;
    }
    return known;
  }

  private boolean isLike(ProfileVerdict known, int grades, long dampers, int size) {
    List<Long> knownGates = known.failedGates();
    boolean like =
        known.fit() == FITS[grades >> NIBBLE]
            && known.exclusion() == EXCLUSIONS[grades & (1 << NIBBLE) - 1]
            && known.activeDampers() == dampers
            && knownGates.size() == size;
    for (int i = 0; like && i < size; i++) {
      like = knownGates.get(i) == gates[i];
    }
    return like;
  }

  private ProfileVerdict make(int grades, long dampers, int size) {
    List<Long> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(gates[i]);
    }
    Exclusion exclusion = EXCLUSIONS[grades & (1 << NIBBLE) - 1];
    return new ProfileVerdict(FITS[grades >> NIBBLE], exclusion, dampers, list);
  }
}
