package io.leadpulse.intake.weblog;

import io.leadpulse.intake.source.Chunk;
import io.leadpulse.intake.source.Refused;

/**
 * A line in combined format cut into its fields, used again for the next line: {@code client ident
 * user [time] "request" status size "referrer" "agent"}, and after these any number of further
 * fields, bare or quoted.
 */
final class LogLine {
  private byte[] bytes = new byte[0];
  private int end;
  private int position;

  final Field client = new Field("client");
  final Field user = new Field("user");
  final Field time = new Field("time");
  final Field request = new Field("request");
  final Field status = new Field("status");
  final Field size = new Field("size");
  final Field referrer = new Field("referrer");
  final Field agent = new Field("agent");

  /** The last quoted field after the agent; absent in the plain format. */
  final Field extra = new Field("extra field");

  private final Field ident = new Field("ident");
  private final Field ignored = new Field("extra field");

  /** Cuts the line that a chunk holds. */
  void parse(Chunk chunk) throws Refused {
    bytes = chunk.bytes();
    end = chunk.length();
    position = 0;
    readBare(client);
    readBare(ident);
    readUser();
    readTime();
    readQuoted(request);
    readBare(status);
    readBare(size);
    readQuoted(referrer);
    readQuoted(agent);
    extra.set(bytes, 0, 0);
    while (position < end) {
      switch (bytes[position]) {
        case '"' -> readQuoted(extra);
        case ' ' -> position++;
        default -> readBare(ignored);
      }
    }
  }

  private void readBare(Field field) throws Refused {
    int start = position;
    while (position < end && bytes[position] != ' ') {
      position++;
    }
    if (position == start) {
      throw field.missing;
    }
    field.set(bytes, start, position);
    skipSpace();
  }

  /** A login name is not escaped: it may hold spaces, and ends where the time begins. */
  private void readUser() throws Refused {
    int start = position;
    while (position < end && !(bytes[position] == '[' && bytes[position - 1] == ' ')) {
      position++;
    }
    if (position == end || position <= start + 1) {
      throw user.missing;
    }
    user.set(bytes, start, position - 1);
  }

  private void readTime() throws Refused {
    int start = ++position;
    while (position < end && bytes[position] != ']') {
      position++;
    }
    endField(time, start);
  }

  private void readQuoted(Field field) throws Refused {
    if (position == end || bytes[position] != '"') {
      throw field.missing;
    }
    int start = ++position;
    while (position < end && bytes[position] != '"') {
      position += bytes[position] == '\\' ? 2 : 1;
    }
    endField(field, start);
  }

  private void endField(Field field, int start) throws Refused {
    if (position >= end) {
      throw field.open;
    }
    field.set(bytes, start, position++);
    skipSpace();
  }

  private void skipSpace() {
    if (position < end && bytes[position] == ' ') {
      position++;
    }
  }
}
