package io.leadpulse.jobs.record;

import io.leadpulse.engine.account.MemberUpdate;
import io.leadpulse.jobs.record.AccountInput.Alerted;
import io.leadpulse.jobs.record.AccountInput.Scored;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Writes account inputs: a tag, the account, then the payload. */
public final class AccountInputSerializer extends RecordSerializer<AccountInput> {
  private static final byte SCORED = 0;
  private static final byte ALERTED = 1;

  @Override
  void write(AccountInput input, RecordOutput out) {
    if (input instanceof Scored scored) {
      out.write(SCORED);
      out.writeText(scored.accountId());
      out.writeText(scored.company());
      write(scored.update(), out);
    } else if (input instanceof Alerted alerted) {
      out.write(ALERTED);
      out.writeText(alerted.accountId());
      out.writeText(alerted.leadId());
      out.writeText(alerted.scorecard());
      out.writeInt(alerted.hour());
      OutputRecordSerializer.writeRecord(alerted.alert(), out);
    }
  }

  private static void write(MemberUpdate update, RecordOutput out) {
    out.writeText(update.leadId());
    out.writeNumber(update.hour());
    out.writeNumber(update.activeAt());
    out.write(update.isGone());
    out.writeNumber(update.intents().size());
    for (Map.Entry<String, Long> intent : update.intents().entrySet()) {
      out.writeText(intent.getKey());
      out.writeNumber(intent.getValue());
    }
  }

  @Override
  AccountInput read(RecordInput in) {
    byte tag = in.read();
    String accountId = in.readText();
    return switch (tag) {
      case SCORED -> new Scored(accountId, in.readText(), readUpdate(in));
      case ALERTED ->
          new Alerted(
              accountId,
              in.readText(),
              in.readText(),
              in.readInt(),
              OutputRecordSerializer.readRecord(in));
      default -> throw new IllegalStateException("no account input begins with " + tag);
    };
  }

  private static MemberUpdate readUpdate(RecordInput in) {
    String leadId = in.readText();
    int hour = (int) in.readNumber();
    long activeAt = in.readNumber();
    boolean gone = in.readBoolean();
    Map<String, Long> intents = new HashMap<>();
    for (long left = in.readNumber(); left > 0; left--) {
      intents.put(in.readText(), in.readNumber());
    }
    return new MemberUpdate(leadId, hour, activeAt, intents, gone);
  }

  @Override
  public AccountInput createInstance() {
    throw new UnsupportedOperationException("account inputs are read, never filled in");
  }

  @Override
  public TypeSerializer<AccountInput> duplicate() {
    return new AccountInputSerializer();
  }

  @Override
  public TypeSerializerSnapshot<AccountInput> snapshotConfiguration() {
    return new Format();
  }

  /** The format by its version; named in savepoints, so it keeps its name. */
  public static final class Format extends Snapshot<AccountInput> {
    @Override
    public int getCurrentVersion() {
      return 1;
    }

    @Override
    public TypeSerializer<AccountInput> restoreSerializer() {
      return new AccountInputSerializer();
    }
  }
}
