package io.leadpulse.jobs.score;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * The leads that are forgotten for good, so that what comes late does not bring them back. Of each
 * there is a hash, by a key that lies in the state and nowhere else: whoever has the hash alone
 * cannot try ids on it.
 *
 * <p>A hash has the lead's key group in its upper 16 bits, by which it goes with its leads to any
 * other parallelism, and 48 bits of HMAC-SHA-256 (RFC 2104).
 */
final class ErasedLeads {
  private static final String STATE = "erased";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int HASH_BITS = 48;
  private static final long HASH_MASK = (1L << HASH_BITS) - 1;

  private final ListState<Long> state;
  private final ToIntFunction<String> keyGroups;
  private final Mac mac;
  private final Set<Long> hashes = new HashSet<>();
  private boolean changed;

  /**
   * Takes up those of the checkpoint whose key groups are this subtask's.
   *
   * @param key random, the same at all subtasks and for as long as the state lives
   * @param keyGroups the key group of a lead
   * @param mine whether a key group is this subtask's
   */
  ErasedLeads(
      OperatorStateStore store, long key, ToIntFunction<String> keyGroups, IntPredicate mine)
      throws Exception {
    this.keyGroups = keyGroups;
    mac = mac(key);
    state = store.getUnionListState(new ListStateDescriptor<>(STATE, LongSerializer.INSTANCE));
    for (Long hash : state.get()) {
      if (mine.test((int) (hash >>> HASH_BITS))) {
        hashes.add(hash);
      }
    }
    changed = true;
  }

  private static Mac mac(long key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(ByteBuffer.allocate(Long.BYTES).putLong(key).array(), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Whether a lead is forgotten; to be asked of leads without state, for others never are. */
  boolean contains(String leadId) {
    return !hashes.isEmpty() && hashes.contains(hash(leadId));
  }

  void add(String leadId) {
    changed |= hashes.add(hash(leadId));
  }

  int size() {
    return hashes.size();
  }

  private long hash(String leadId) {
    byte[] hash = mac.doFinal(leadId.getBytes(StandardCharsets.UTF_8));
    long group = keyGroups.applyAsInt(leadId);
    return group << HASH_BITS | ByteBuffer.wrap(hash).getLong() & HASH_MASK;
  }

  /** Call when the operator's state is snapshotted. */
  void snapshot() throws Exception {
    if (changed) {
      state.update(List.copyOf(hashes));
      changed = false;
    }
  }
}
