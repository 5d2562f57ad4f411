package io.leadpulse.cli.doctor;

import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.registry.Contracts;
import io.leadpulse.schemas.registry.RegistryException;
import io.leadpulse.schemas.registry.RegistrySettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the registry has every schema of this version. */
final class SchemasRegistered implements Examination {
  private final @Nullable RegistrySettings registry;
  private final String prefix;

  /**
   * @param registry null if none is configured
   */
  SchemasRegistered(@Nullable RegistrySettings registry, String prefix) {
    this.registry = registry;
    this.prefix = prefix;
  }

  @Override
  public Set<Check> checks() {
    return EnumSet.of(Check.SCHEMA_REGISTRY);
  }

  @Override
  public void examine(Findings findings) {
    if (registry == null) {
      findings.notChecked(Check.SCHEMA_REGISTRY, "no schema-registry.url is configured");
      return;
    }
    List<String> missing = new ArrayList<>();
    try {
      Contracts contracts = Contracts.of(registry, prefix);
      for (Subject<?> subject : Topics.SUBJECTS) {
        if (contracts.find(subject).isEmpty()) {
          missing.add(subject.registered(prefix));
        }
      }
    } catch (RegistryException e) {
      findings.problem(Check.SCHEMA_REGISTRY, "%s", e.getMessage());
      return;
    }
    if (missing.isEmpty()) {
      findings.ok(Check.SCHEMA_REGISTRY, "%s has all %d", registry.urls(), Topics.SUBJECTS.size());
    } else {
      findings.problem(
          Check.SCHEMA_REGISTRY, "%s lacks %s", registry.urls(), String.join(", ", missing));
    }
  }
}
