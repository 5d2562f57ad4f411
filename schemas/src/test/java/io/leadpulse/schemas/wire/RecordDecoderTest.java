package io.leadpulse.schemas.wire;

import static io.leadpulse.schemas.wire.Events.HEADER;
import static io.leadpulse.schemas.wire.Events.pageView;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.schemas.DeadLetterCause;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.wire.Decoded.Failure;
import io.leadpulse.schemas.wire.Decoded.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {
  private final RecordDecoder<WebAccess> decoder =
      new RecordDecoder<>(Topics.WEB_ACCESS, Limits.EVENT);
  private final byte[] good = Events.bytes(pageView("e-1"));

  @Test
  void aBadRecordHarmsNoneAfterIt() {
    byte[] cut = Arrays.copyOf(good, good.length - 5);
    assertThat(decoder.decode(good)).isEqualTo(new Value<>(pageView("e-1")));
    assertThat(cause(cut)).isEqualTo(Cause.TRUNCATED);
    assertThat(decoder.decode(Events.bytes(pageView("e-2"))))
        .isEqualTo(new Value<>(pageView("e-2")));
    assertThat(decoder.decode(good)).isEqualTo(new Value<>(pageView("e-1")));
  }

  @Test
  void nothingIsEmpty() {
    assertThat(cause(null)).isEqualTo(Cause.EMPTY);
    assertThat(cause(new byte[0])).isEqualTo(Cause.EMPTY);
  }

  @Test
  void aRecordCutAnywhereIsTruncated() {
    for (int length = 1; length < good.length; length++) {
      assertThat(cause(Arrays.copyOf(good, length)))
          .as("%d bytes", length)
          .isEqualTo(Cause.TRUNCATED);
    }
  }

  @Test
  void bytesAfterTheValueAreRefused() {
    assertThat(decoder.decode(Arrays.copyOf(good, good.length + 3)))
        .isEqualTo(new Failure<>(Cause.TRAILING_BYTES, "3 bytes after byte " + good.length));
  }

  @Test
  void otherFramingsAreUnreadable() {
    assertThat(cause("{\"kind\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo(Cause.UNREADABLE);
    assertThat(cause(new byte[] {(byte) 0xC3, 2})).isEqualTo(Cause.UNREADABLE);
  }

  @Test
  void aSchemaThatWasNeverReleasedIsNamedByItsFingerprint() {
    byte[] record = good.clone();
    for (int i = 2; i < HEADER; i++) {
      record[i] = (byte) i;
    }
    assertThat(decoder.decode(record))
        .isEqualTo(new Failure<>(Cause.UNKNOWN_SCHEMA, "fingerprint 0908070605040302"));
  }

  @Test
  void anotherSubjectsRecordIsOfAnUnknownSchema() {
    RandomRecords records = new RandomRecords(1);
    byte[] profile =
        new RecordEncoder<>(Topics.LEAD_PROFILE).encode(records.next(Topics.LEAD_PROFILE));
    assertThat(cause(profile)).isEqualTo(Cause.UNKNOWN_SCHEMA);
  }

  @Test
  void aFailureNamesTheFieldAndNeverItsValue() {
    WebAccess event =
        WebAccess.newBuilder(pageView("e-1")).setSearchTerms("x".repeat(9000)).build();
    assertThat(decoder.decode(Events.bytes(event)))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.cause()).isEqualTo(Cause.TOO_LARGE);
              assertThat(failure.detail())
                  .startsWith("searchTerms: a text of 9000 bytes; at most 8192, at byte ")
                  .doesNotContain("xx");
            });
  }

  @Test
  void textOfTheGreatestLengthIsRead() {
    WebAccess event = WebAccess.newBuilder(pageView("e-1")).setTitle("x".repeat(8192)).build();
    assertThat(decoder.decode(Events.bytes(event))).isEqualTo(new Value<>(event));
  }

  @Test
  void everyCauseIsOneOfADeadLetter() {
    for (Cause cause : Cause.values()) {
      assertThat(DeadLetterCause.valueOf(cause.name())).isNotNull();
    }
  }

  private Cause cause(byte[] record) {
    assertThat(decoder.decode(record)).isInstanceOf(Failure.class);
    return ((Failure<WebAccess>) decoder.decode(record)).cause();
  }
}
