package io.leadpulse.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadpulse.schemas.wire.Cause;
import io.leadpulse.schemas.wire.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaCacheTest {
  private final FakeWaiting waiting = new FakeWaiting();
  private final Map<Integer, String> registered = new HashMap<>(Map.of(1, "\"long\""));
  private final List<Integer> asked = new ArrayList<>();
  private boolean down;
  private final SchemaCache cache = new SchemaCache(this::byId, Map.of(9, "\"int\""), waiting);

  private Optional<Registered> byId(int id) throws RegistryException {
    asked.add(id);
    if (down) {
      throw new RegistryException("nobody there");
    }
    return Optional.ofNullable(registered.get(id)).map(text -> new Registered(id, text));
  }

  @Test
  void aSchemaIsAskedForOnceAndStaysTheSame() throws Exception {
    Schema first = cache.schema(1);
    waiting.pause(SchemaCache.UNKNOWN_FOR * 1_000);
    down = true;
    assertThat(cache.schema(1)).isSameAs(first);
    assertThat(asked).containsExactly(1);
  }

  @Test
  void whatWasKnownAtTheStartIsNeverAskedFor() throws Exception {
    down = true;
    assertThat(cache.schema(9)).isEqualTo(Schema.create(Schema.Type.INT));
    assertThat(asked).isEmpty();
  }

  @Test
  void anUnknownIdIsAskedForAgainAfterAWhile() throws Exception {
    assertThat(refusal(2)).isEqualTo(Cause.UNKNOWN_SCHEMA);
    registered.put(2, "\"string\"");
    assertThat(refusal(2)).isEqualTo(Cause.UNKNOWN_SCHEMA);
    assertThat(asked).containsExactly(2);
    waiting.pause(SchemaCache.UNKNOWN_FOR);
    assertThat(cache.schema(2)).isEqualTo(Schema.create(Schema.Type.STRING));
  }

  @Test
  void aFloodOfUnknownIdsIsNoFloodOfQuestions() throws Exception {
    for (int id = 1_000; id < 100_000; id++) {
      assertThat(refusal(id))
          .isEqualTo(
              id < 1_000 + SchemaCache.MOST_UNKNOWN
                  ? Cause.UNKNOWN_SCHEMA
                  : Cause.SCHEMA_UNAVAILABLE);
    }
    assertThat(asked).hasSize(SchemaCache.MOST_UNKNOWN);
    waiting.pause(SchemaCache.UNKNOWN_FOR);
    assertThat(cache.schema(1)).isNotNull();
  }

  @Test
  void anOutageIsNeverTakenForAnUnknownId() throws Exception {
    down = true;
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> cache.schema(1));
    assertThat(refusal.reason()).isEqualTo(Cause.SCHEMA_UNAVAILABLE);
    assertThat(refusal).hasMessage("schema id 1: nobody there");
  }

  @Test
  void duringAnOutageTheRegistryIsLeftAloneForAWhile() throws Exception {
    down = true;
    for (int id = 10; id < 1_000; id++) {
      assertThat(refusal(id)).isEqualTo(Cause.SCHEMA_UNAVAILABLE);
    }
    assertThat(asked).hasSize(1);
    waiting.pause(SchemaCache.LEFT_ALONE_FOR);
    down = false;
    assertThat(cache.schema(1)).isNotNull();
  }

  @Test
  void whatIsNoAvroSchemaIsToldAndRemembered() {
    registered.put(3, "");
    registered.put(
        4, "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":\"Y\"}]}");
    for (int id : new int[] {3, 4, 3, 4}) {
      assertThat(refusal(id)).isEqualTo(Cause.INCOMPATIBLE_SCHEMA);
    }
    assertThat(asked).containsExactly(3, 4);
  }

  @Test
  void theLeastUsedSchemasAreForgottenFirst() throws Exception {
    for (int id = 10; id < 10 + 2 * SchemaCache.MOST_SCHEMAS; id++) {
      registered.put(id, "\"long\"");
      cache.schema(id);
      cache.schema(1);
    }
    asked.clear();
    cache.schema(1);
    cache.schema(10);
    assertThat(asked).containsExactly(10);
  }

  private Cause refusal(int id) {
    return catchThrowableOfType(Refusal.class, () -> cache.schema(id)).reason();
  }
}
