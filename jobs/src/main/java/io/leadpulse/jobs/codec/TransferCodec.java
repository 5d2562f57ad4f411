package io.leadpulse.jobs.codec;

import io.leadpulse.jobs.record.LeadInput.Transferred;
import io.leadpulse.jobs.record.OutputRecord;
import io.leadpulse.jobs.record.OutputTopic;
import io.leadpulse.jobs.record.RawRecord;
import io.leadpulse.jobs.record.RefusalCause;
import io.leadpulse.schemas.LeadTransfer;
import io.leadpulse.schemas.LeadTransferKind;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.RecordFormat;
import io.leadpulse.schemas.wire.Decoded;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.RecordDecoder;
import io.leadpulse.schemas.wire.RecordEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes and reads what leads send to each other. For one thread at a time. */
public final class TransferCodec {
  private final RecordEncoder<LeadTransfer> values;
  private final RecordReader<LeadTransfer, Transferred> reader;

  public TransferCodec(RecordFormat format) {
    values = format.encoder(Topics.LEAD_TRANSFER);
    reader = new Reader(format);
  }

  /**
   * @param run of the state that sends
   * @param leadId whom it goes to
   * @param path the leads that it came by, the sender last
   * @param payload by the kind
   */
  public OutputRecord encode(
      long run, Transferred.Kind kind, String leadId, List<String> path, byte[] payload) {
    LeadTransfer value =
        new LeadTransfer(run, symbol(kind), leadId, path, ByteBuffer.wrap(payload));
    byte[] key = leadId.getBytes(StandardCharsets.UTF_8);
    return OutputRecord.of(OutputTopic.LEAD_TRANSFER, key, values.encode(value));
  }

  public Reading<Transferred> read(RawRecord raw) {
    return reader.read(raw);
  }

  private static LeadTransferKind symbol(Transferred.Kind kind) {
    return switch (kind) {
      case INPUT -> LeadTransferKind.INPUT;
      case MERGED -> LeadTransferKind.MERGED;
      case SPLIT -> LeadTransferKind.SPLIT;
      case ERASED -> LeadTransferKind.ERASED;
    };
  }

  private static Transferred.Kind kind(LeadTransferKind symbol) throws Refusal {
    return switch (symbol) {
      case INPUT -> Transferred.Kind.INPUT;
      case MERGED -> Transferred.Kind.MERGED;
      case SPLIT -> Transferred.Kind.SPLIT;
      case ERASED -> Transferred.Kind.ERASED;
      case UNKNOWN ->
          throw new Refusal(RefusalCause.UNKNOWN_KIND, "kind is none that this version knows");
    };
  }

  private static final class Reader extends RecordReader<LeadTransfer, Transferred> {
    private final RecordDecoder<LeadTransfer> decoder;

    Reader(RecordFormat format) {
      decoder = format.decoder(Topics.LEAD_TRANSFER, Limits.TRANSFER);
    }

    @Override
    Decoded<LeadTransfer> decode(RawRecord raw) {
      return decoder.decode(raw.value());
    }

    @Override
    Transferred translate(LeadTransfer value, RawRecord raw) throws Refusal {
      return new Transferred(
          raw.partition(),
          raw.offset(),
          Checks.plausible("the record's timestamp", raw.recordedAt()),
          value.getRun(),
          kind(value.getKind()),
          Checks.notBlank("leadId", value.getLeadId()),
          value.getPath(),
          bytes(value.getPayload()));
    }

    private static byte[] bytes(ByteBuffer payload) {
      byte[] bytes = new byte[payload.remaining()];
      payload.get(bytes);
      return bytes;
    }
  }
}
