package io.leadpulse.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.stack.Connection;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RowSenderTest {

  @Test
  void waitsForEachRequestSoThatNewPartitionsDoNotStallTheRest() {
    Connection stack = new Connection("localhost:9092", "acme.", null, Path.of("."));
    assertThat(RowSender.settings(stack))
        .containsEntry("max.in.flight.requests.per.connection", 1)
        .containsEntry("enable.idempotence", true);
  }
}
