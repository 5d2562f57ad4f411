package io.leadpulse.schemas.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends questions until one of a registry's addresses answers or the time is up, with ever longer
 * pauses between. For one thread at a time.
 */
final class RegistryHttp {
  private static final String JSON = "application/vnd.schemaregistry.v1+json";
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  /** Of the whole time, so that an address that hangs leaves some for another. */
  private static final int TRIES_IN_TIMEOUT = 3;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final RegistrySettings settings;
  private final Waiting waiting;
  private final HttpClient http;
  private final Duration tryTimeout;
  private int preferred;

  /**
   * @param tls null for the JDK's own trust
   */
  RegistryHttp(RegistrySettings settings, @Nullable SSLContext tls, Waiting waiting) {
    this.settings = settings;
    this.waiting = waiting;
    tryTimeout = settings.timeout().dividedBy(TRIES_IN_TIMEOUT);
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(tryTimeout);
    http = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  /** An answer whose status is below 500. */
  record Answer(String url, int status, byte[] body) {}

  Answer get(String path) throws RegistryException {
    return send(path, null);
  }

  Answer post(String path, String json) throws RegistryException {
    return send(path, json);
  }

  private Answer send(String path, @Nullable String json) throws RegistryException {
    long deadline = waiting.nanoTime() + settings.timeout().toNanos();
    long pause = FIRST_PAUSE;
    int untrusted = 0;
    while (true) {
      String url = settings.urls().get(preferred);
      String failure;
      try {
        Answer answer = once(url, path, json);
        if (answer.status() < SERVER_ERROR && answer.status() != TOO_MANY_REQUESTS) {
          return answer;
        }
        failure = "answers with status " + answer.status();
      } catch (SSLException e) {
        untrusted++;
        failure = "it is not trusted: " + e.getMessage();
        if (untrusted >= settings.urls().size()) {
          throw untrusted(url, e);
        }
      } catch (IOException e) {
        failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      }
      preferred = (preferred + 1) % settings.urls().size();
      if (waiting.nanoTime() + pause - deadline >= 0) {
        throw unreachable(url, failure);
      }
      await(pause);
      pause = Math.min(LONGEST_PAUSE, 2 * pause);
    }
  }

  private Answer once(String url, String path, @Nullable String json)
      throws IOException, RegistryException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request(url + path, json), BodyHandlers.ofByteArray());
    try {
      // The request's own time-out ends with the head of an answer; a body may never end.
      HttpResponse<byte[]> response = answer.get(tryTimeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(url, response.statusCode(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer within " + tryTimeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw interrupted(e);
    }
  }

  private HttpRequest request(String url, @Nullable String json) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", JSON);
    if (!settings.user().isEmpty()) {
      byte[] pair = (settings.user() + ':' + settings.password()).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    if (json != null) {
      request.header("Content-Type", JSON).POST(BodyPublishers.ofString(json));
    }
    return request.build();
  }

  private void await(long nanos) throws RegistryException {
    try {
      waiting.pause(nanos);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static RegistryException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new RegistryException("interrupted while asking the schema registry", e);
  }

  private static RegistryException untrusted(String url, SSLException e) {
    return new RegistryException(
        "the schema registry at %s is not trusted: %s; fix: name a trust store with its certificate"
            .formatted(url, e.getMessage()),
        e);
  }

  private RegistryException unreachable(String url, String failure) {
    return new RegistryException(
        "the schema registry does not answer within %d ms, last tried %s: %s; fix: check its address and start it"
            .formatted(settings.timeout().toMillis(), url, failure));
  }
}
