package io.leadpulse.intake.weblog;

import io.leadpulse.intake.lead.LeadFrom;
import io.leadpulse.intake.lead.LeadIds;
import io.leadpulse.intake.source.Chunk;
import io.leadpulse.intake.source.Refused;
import io.leadpulse.intake.source.Urls;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes an access of a log line. */
final class AccessReader {
  private static final HexFormat HEX = HexFormat.of();

  /** 128 bits: enough that two lines of one log never share an id. */
  private static final int EVENT_ID_BYTES = 16;

  private static final int AGENT_LIMIT = 1024;

  private static final Refused BAD_STATUS = Refused.unreadable("status: not 100 to 599");
  private static final Refused BAD_SIZE = Refused.unreadable("size: no number");

  private final LogLine line = new LogLine();
  private final LeadIds ids;
  private final LeadFrom leadFrom;

  AccessReader(LeadIds ids, LeadFrom leadFrom) {
    this.ids = ids;
    this.leadFrom = leadFrom;
  }

  WebAccess read(Chunk chunk) throws Refused {
    if (chunk.isCut()) {
      throw Refused.unreadable("longer than " + chunk.limit() + " bytes");
    }
    line.parse(chunk);
    requireSize();
    long occurredAt = LogTime.millis(line.time);
    int status = status();
    return access(
        HEX.formatHex(chunk.digest(), 0, EVENT_ID_BYTES),
        occurredAt,
        status,
        Request.parse(line.request));
  }

  /** All fields at once: the builder that Avro makes would cost more than the parsing. */
  private WebAccess access(String eventId, long occurredAt, int status, Request request) {
    String client = line.client.text();
    String agent = cut(line.agent.text());
    WebAccessKind kind = AccessKinds.of(request, status);
    return new WebAccess(
        eventId,
        Instant.ofEpochMilli(occurredAt),
        leadId(client),
        ids.visitor(client, agent),
        kind,
        request.host(),
        request.path(),
        "",
        Urls.referrer(line.referrer.text()),
        "",
        "",
        kind == WebAccessKind.FILE_DOWNLOAD ? request.path() : "",
        "",
        "",
        "",
        request.parameter("utm_campaign"),
        request.parameter("utm_source"),
        0,
        0,
        request.method(),
        status,
        agent,
        isAddress(client) ? client : "",
        false);
  }

  private @Nullable String leadId(String client) {
    return switch (leadFrom.field()) {
      case NONE -> null;
      case IP -> ids.lead(client);
      case USER -> line.user.isAbsent() ? null : ids.lead(line.user.text());
      case COOKIE -> {
        String value = Cookies.value(line.extra.text(), leadFrom.cookie());
        yield value.isEmpty() ? null : ids.exactLead(value);
      }
    };
  }

  private int status() throws Refused {
    int status = 0;
    for (int i = line.status.from; i < line.status.to; i++) {
      int digit = line.status.bytes[i] - '0';
      if (digit < 0 || digit > 9 || status > 99) {
        throw BAD_STATUS;
      }
      status = 10 * status + digit;
    }
    if (status < 100 || status > 599) {
      throw BAD_STATUS;
    }
    return status;
  }

  private void requireSize() throws Refused {
    for (int i = line.size.from; i < line.size.to && !line.size.isAbsent(); i++) {
      if (line.size.bytes[i] < '0' || line.size.bytes[i] > '9') {
        throw BAD_SIZE;
      }
    }
  }

  /** Whether it is an address; servers that look names up log those instead. */
  private static boolean isAddress(String client) {
    for (int i = 0; i < client.length(); i++) {
      char c = client.charAt(i);
      if (Character.digit(c, 16) < 0 && c != '.' && c != ':') {
        return false;
      }
    }
    return client.indexOf('.') > 0 || client.indexOf(':') >= 0;
  }

  private static String cut(String text) {
    return text.length() <= AGENT_LIMIT ? text : text.substring(0, AGENT_LIMIT);
  }
}
