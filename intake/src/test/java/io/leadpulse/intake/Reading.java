package io.leadpulse.intake;

import io.leadpulse.intake.lead.HashKey;
import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.row.Intake;
import io.leadpulse.intake.row.Row;
import io.leadpulse.intake.row.Row.Rejected;
import io.leadpulse.intake.row.Row.Sent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Reads sources and keeps their rows. */
public final class Reading {
  private static final byte[] KEY =
      "a key for tests, of 32 bytes....".getBytes(StandardCharsets.UTF_8);

  private final Intake intake;
  private final List<Row> rows = new ArrayList<>();

  private Reading(Intake intake) {
    this.intake = intake;
  }

  public static LeadIds ids() {
    return new LeadIds(HashKey.parse(KEY));
  }

  public static Reading of(IntakeFormat format) {
    return of(format, LeadFrom.NOTHING);
  }

  public static Reading of(IntakeFormat format, LeadFrom leadFrom) {
    return new Reading(format.open(ids(), leadFrom));
  }

  public Reading text(String text) {
    return bytes("sample", text.getBytes(StandardCharsets.UTF_8));
  }

  public Reading text(String name, String text) {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Reading bytes(String name, byte[] bytes) {
    return stream(name, new ByteArrayInputStream(bytes));
  }

  public Reading file(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return stream(file.getFileName().toString(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reading stream(String name, InputStream in) {
    try {
      intake.read(name, in, rows::add);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Reading finish() {
    intake.finish(rows::add);
    return this;
  }

  public List<Row> rows() {
    return rows;
  }

  public List<Rejected> rejected() {
    return rows.stream().filter(Rejected.class::isInstance).map(Rejected.class::cast).toList();
  }

  public List<String> reasons() {
    return rejected().stream().map(Rejected::reason).toList();
  }

  /** The events, which must be of one type. */
  public <T extends SpecificRecord> List<T> events(Class<T> type) {
    return rows.stream()
        .filter(Sent.class::isInstance)
        .map(row -> type.cast(((Sent<?>) row).event()))
        .toList();
  }

  /** The only row, which must be an event. */
  public <T extends SpecificRecord> T event(Class<T> type) {
    if (rows.size() != 1 || !(rows.get(0) instanceof Sent<?> sent)) {
      throw new AssertionError(
          "not one event but %d rows, refused: %s".formatted(rows.size(), reasons()));
    }
    return type.cast(sent.event());
  }
}
