package io.leadpulse.jobs.score;

import java.io.Serializable;
import java.security.SecureRandom;

/**
 * What a state that begins anew gets for good; the same at all subtasks.
 *
 * @param run by which it knows what its own leads send
 * @param secret key of hashes that nobody is to guess
 */
record StateOrigin(long run, long secret) implements Serializable {

  static StateOrigin random() {
    SecureRandom random = new SecureRandom();
    return new StateOrigin(random.nextLong(), random.nextLong());
  }
}
