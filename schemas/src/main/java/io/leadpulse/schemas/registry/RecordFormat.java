package io.leadpulse.schemas.registry;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.wire.ConfluentFraming;
import io.leadpulse.schemas.wire.FieldDecoder;
import io.leadpulse.schemas.wire.Limits;
import io.leadpulse.schemas.wire.Projection;
import io.leadpulse.schemas.wire.RecordDecoder;
import io.leadpulse.schemas.wire.RecordEncoder;
import io.leadpulse.schemas.wire.Refusal;
import io.leadpulse.schemas.wire.SchemasById;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How an installation's records are read and written. Single-object encoding is always read; the
 * Confluent wire format with a registry. What the registry said at the start travels with it, so
 * that tasks start, read and write while the registry is away.
 */
public final class RecordFormat implements Serializable {
  private static final RecordFormat SINGLE_OBJECT =
      new RecordFormat(null, null, Map.of(), Map.of());

  private final @Nullable RegistrySettings registry;
  private final @Nullable TrustStore trust;
  private final HashMap<Integer, String> known;
  private final HashMap<String, Integer> written;

  private transient @Nullable SchemasById schemas;

  private RecordFormat(
      @Nullable RegistrySettings registry,
      @Nullable TrustStore trust,
      Map<Integer, String> known,
      Map<String, Integer> written) {
    this.registry = registry;
    this.trust = trust;
    this.known = new HashMap<>(known);
    this.written = new HashMap<>(written);
  }

  /** Single-object encoding alone: there is no registry. */
  public static RecordFormat singleObject() {
    return SINGLE_OBJECT;
  }

  /**
   * Asks a registry for all that is needed: the schemas under the subjects that are read, and the
   * ids of those that are written in the Confluent wire format.
   *
   * @param prefix of the installation's topics, with its dot
   * @param read may be missing in the registry
   * @param written each one's newest schema has to be there, or may be put there; all others are
   *     written in single-object encoding
   * @throws RegistryException if the registry does not answer, or lacks a schema; says the fix
   */
  public static RecordFormat open(
      RegistrySettings registry,
      String prefix,
      List<? extends Subject<?>> read,
      List<? extends Subject<?>> written)
      throws RegistryException {
    TrustStore trust = trust(registry);
    Contracts contracts = new Contracts(client(registry, trust), prefix);
    Map<String, Integer> ids = contracts.ids(written, registry.autoRegister());
    return new RecordFormat(registry, trust, contracts.versions(read), ids);
  }

  /** For one thread at a time; what the registry says is shared by all decoders. */
  public <T extends SpecificRecord> RecordDecoder<T> decoder(Subject<T> subject, Limits limits) {
    return new RecordDecoder<>(subject, limits, this::schema);
  }

  /** The same for those who ask for some of the fields only. */
  public <T extends SpecificRecord> FieldDecoder<T> decoder(
      Projection<T> projection, Limits limits) {
    return new FieldDecoder<>(projection, limits, this::schema);
  }

  /** For one thread at a time. */
  public <T extends SpecificRecord> RecordEncoder<T> encoder(Subject<T> subject) {
    Integer id = written.get(subject.name());
    return id == null
        ? new RecordEncoder<>(subject)
        : new RecordEncoder<>(subject, ConfluentFraming.header(id));
  }

  private Schema schema(int id) throws Refusal {
    return schemas().schema(id);
  }

  /** Made when the first id is met, which most installations never do. */
  private synchronized SchemasById schemas() {
    if (schemas == null) {
      schemas =
          registry == null
              ? SchemasById.NONE
              : new SchemaCache(client(registry, trust)::byId, known, Waiting.REAL);
    }
    return schemas;
  }

  static RegistryClient client(RegistrySettings registry, @Nullable TrustStore trust) {
    try {
      return new RegistryClient(registry, trust == null ? null : trust.context(), Waiting.REAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a trust store that was opened once", e);
    }
  }

  static @Nullable TrustStore trust(RegistrySettings registry) throws RegistryException {
    return registry.trustStore().isEmpty()
        ? null
        : TrustStore.read(registry.trustStore(), registry.trustStorePassword());
  }
}
