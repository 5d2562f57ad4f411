package io.leadpulse.intake.source;

import io.leadpulse.intake.row.Fault;
import io.leadpulse.intake.row.Row;
import io.leadpulse.schemas.Subject;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Where the rows of one contract leave to. */
public final class Outlet<T extends SpecificRecord> {
  private static final HexFormat HEX = HexFormat.of();

  private final Subject<T> topic;
  private final Consumer<? super Row> rows;

  public Outlet(Subject<T> topic, Consumer<? super Row> rows) {
    this.topic = topic;
    this.rows = rows;
  }

  public void send(String key, T event) {
    rows.accept(new Row.Sent<>(topic, key, event));
  }

  /** Rejects what a chunk holds. */
  public void reject(Chunk chunk, Fault fault, String reason) {
    rows.accept(
        new Row.Rejected(
            topic,
            chunk.line(),
            chunk.head(),
            chunk.size(),
            HEX.formatHex(chunk.digest()),
            fault,
            reason));
  }
}
