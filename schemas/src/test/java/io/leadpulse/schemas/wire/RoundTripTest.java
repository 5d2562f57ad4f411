package io.leadpulse.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import java.io.IOException;
import java.util.List;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
  private static final int RECORDS = 200;

  static List<Subject<?>> subjects() {
    return Topics.SUBJECTS;
  }

  @ParameterizedTest
  @MethodSource("subjects")
  <T extends SpecificRecord> void whatIsWrittenIsRead(Subject<T> subject) {
    RecordEncoder<T> encoder = new RecordEncoder<>(subject);
    RecordDecoder<T> decoder = new RecordDecoder<>(subject, Limits.EVENT);
    RandomRecords records = new RandomRecords(1);
    for (int i = 0; i < RECORDS; i++) {
      T record = records.next(subject);
      assertThat(decoder.decode(encoder.encode(record))).isEqualTo(new Decoded.Value<>(record));
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  <T extends SpecificRecord> void avrosOwnReaderTakesWhatIsWritten(Subject<T> subject)
      throws IOException {
    RecordEncoder<T> encoder = new RecordEncoder<>(subject);
    var avro = new BinaryMessageDecoder<T>(model(subject), subject.schema());
    RandomRecords records = new RandomRecords(2);
    for (int i = 0; i < RECORDS; i++) {
      T record = records.next(subject);
      assertThat(avro.decode(encoder.encode(record))).isEqualTo(record);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  <T extends SpecificRecord> void whatAvrosOwnWriterWritesIsRead(Subject<T> subject)
      throws IOException {
    var avro = new BinaryMessageEncoder<T>(model(subject), subject.schema());
    RecordDecoder<T> decoder = new RecordDecoder<>(subject, Limits.EVENT);
    RandomRecords records = new RandomRecords(3);
    for (int i = 0; i < RECORDS; i++) {
      T record = records.next(subject);
      assertThat(decoder.decode(avro.encode(record).array()))
          .isEqualTo(new Decoded.Value<>(record));
    }
  }

  private static SpecificData model(Subject<?> subject) {
    return SpecificData.getForClass(subject.type());
  }
}
