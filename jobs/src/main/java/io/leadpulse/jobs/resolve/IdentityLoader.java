package io.leadpulse.jobs.resolve;

import io.leadpulse.engine.identity.IdentityChange;
import java.io.Serializable;
import java.util.List;

/** Reads the changes of identity of a replay; called once per subtask at every start. */
public interface IdentityLoader extends Serializable {

  /** How far they went when the job was submitted, the same to every subtask. */
  HistoryEnd end();

  /** Those before an end, in the order in which Kafka got them. */
  List<IdentityChange> load(HistoryEnd end) throws Exception;
}
