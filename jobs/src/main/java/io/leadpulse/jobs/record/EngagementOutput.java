package io.leadpulse.jobs.record;

import java.util.Map;

/**
 * Takes the fields of one engagement in their order and leaves out those that are empty, zero or
 * false: most are. For one thread at a time.
 */
public final class EngagementOutput {
  private final RecordOutput out = new RecordOutput();
  private int present;

  public EngagementOutput() {
    EngagementFormat.begin(out);
  }

  /**
   * Takes a text as it came.
   *
   * @param from holds well-formed UTF-8 at these places
   */
  public void text(EngagementField field, byte[] from, int start, int length) {
    if (length > 0) {
      out.writeText(from, start, length);
      add(field);
    }
  }

  public void number(EngagementField field, long value) {
    if (value != 0) {
      out.writeNumber(value);
      add(field);
    }
  }

  public void flag(EngagementField field, boolean value) {
    if (value) {
      add(field);
    }
  }

  public void texts(EngagementField field, Map<String, String> value) {
    if (!value.isEmpty()) {
      out.writeTexts(value);
      add(field);
    }
  }

  private void add(EngagementField field) {
    if (present >= field.bit()) {
      throw new IllegalStateException(field + " comes too late");
    }
    present |= field.bit();
  }

  /** What was taken, in a fresh array; then begins anew. */
  public byte[] take() {
    byte[] fields = EngagementFormat.end(present, out);
    present = 0;
    EngagementFormat.begin(out);
    return fields;
  }
}
