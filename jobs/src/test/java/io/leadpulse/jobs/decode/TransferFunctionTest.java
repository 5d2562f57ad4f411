package io.leadpulse.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.jobs.codec.TransferCodec;
import io.leadpulse.jobs.record.LeadInput;
import io.leadpulse.jobs.record.LeadInput.Transferred.Kind;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.schemas.registry.RecordFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferFunctionTest {
  private static final long NOW = 1_800_000_000_000L;

  private final RecordFormat format = RecordFormat.singleObject();
  private final TransferCodec codec = new TransferCodec(format);
  private OneInputStreamOperatorTestHarness<RawRecord, LeadInput> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new TransferFunction(format)));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void take(byte[] value) throws Exception {
    RawRecord raw = new RawRecord("test.lead-transfer.v1", 2, 5, NOW, null, value);
    harness.processElement(new StreamRecord<>(raw));
  }

  private static byte[] value(OutputRecord record) {
    return Objects.requireNonNull(record.value());
  }

  @Test
  void whatIsSentArrivesAsItWas() throws Exception {
    byte[] payload = {1, 2, 3};
    take(value(codec.encode(-7, Kind.MERGED, "bob", List.of("ada", "eve"), payload)));
    assertThat(harness.extractOutputValues())
        .containsExactly(
            new LeadInput.Transferred(
                2, 5, NOW, -7, Kind.MERGED, "bob", List.of("ada", "eve"), payload));
    assertThat(harness.getSideOutput(TransferFunction.ERASED_LEADS)).isNull();
  }

  @Test
  void visitorsHearOfEveryIdThatIsErased() throws Exception {
    take(value(codec.encode(-7, Kind.ERASED, "bob", List.of(), new byte[0])));
    assertThat(harness.getSideOutput(TransferFunction.ERASED_LEADS))
        .extracting(StreamRecord::getValue)
        .containsExactly("bob");
    assertThat(harness.extractOutputValues()).hasSize(1);
  }

  @Test
  void bytesThatNobodySentAreDeadLetters() throws Exception {
    byte[] good = value(codec.encode(1, Kind.INPUT, "bob", List.of("ada"), new byte[40]));
    SplittableRandom random = new SplittableRandom(1);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] bad = new byte[random.nextInt(good.length)];
      System.arraycopy(good, 0, bad, 0, bad.length);
      take(bad);
      refused++;
    }
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.getSideOutput(TransferFunction.DEAD_LETTERS)).hasSize(refused);
  }
}
