package io.leadpulse.cli.imports;

import io.leadpulse.intake.row.Row;
import io.leadpulse.schemas.DeadLetter;
import io.leadpulse.schemas.DeadLetterCause;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Makes dead letters of refused rows.
 *
 * @param topic that the rows were meant for, with its prefix
 */
record DeadRow(String topic, Clock clock) {

  DeadLetter letter(Row.Rejected row, String fileName) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return DeadLetter.newBuilder()
        .setSourceTopic(topic)
        .setRecordedAt(now)
        .setCause(
            switch (row.fault()) {
              case UNREADABLE -> DeadLetterCause.UNPARSABLE_ROW;
              case NO_ENGAGEMENT -> DeadLetterCause.UNKNOWN_KIND;
            })
        .setDetail(row.reason())
        .setValue(ByteBuffer.wrap(row.head()))
        .setValueSize(row.size())
        .setValueSha256(row.sha256())
        .setTruncated(row.truncated())
        .setSourceFile(fileName)
        .setSourceLine(row.line())
        .build();
  }
}
