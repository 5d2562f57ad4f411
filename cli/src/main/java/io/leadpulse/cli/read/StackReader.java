package io.leadpulse.cli.read;

import io.leadpulse.cli.stack.Connection;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.cli.topic.TopicRecord;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.wire.Limits;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the topics of a stack that hold results.
 *
 * @param notices takes lines for the user
 */
record StackReader(Connection stack, Consumer<String> notices) {

  /** Opens a topic at its beginning. */
  <T extends SpecificRecord> TopicReader<T> open(Subject<T> subject) {
    return new TopicReader<>(
        stack.bootstrapServers(),
        stack.topicPrefix(),
        stack.reading(),
        subject,
        Limits.RESULT,
        notices);
  }

  /** Hands over what a topic holds. */
  <T extends SpecificRecord> void read(Subject<T> subject, Consumer<TopicRecord<T>> sink) {
    try (TopicReader<T> reader = open(subject)) {
      reader.readToEnd(sink);
    }
  }
}
