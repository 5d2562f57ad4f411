package io.leadpulse.engine.account;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The leads of one account, as many as it has; kept by whoever runs the scorer. */
public interface Members {
  @Nullable Member get(String leadId);

  void put(String leadId, Member member);

  void remove(String leadId);

  /** All of them, in any order; asked for rarely. */
  void forEach(BiConsumer<String, Member> visitor);
}
