package dev.retune.pair;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.retune.endpoint.Backoff;
import dev.retune.endpoint.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries LangChain4j's requests. Unlike its own client it tells how long to wait before trying
/// again, ends at once when its thread is interrupted, and never quotes the key.
final class EndpointClient implements HttpClient {
  private static final int QUOTED = 300;

  private final java.net.http.HttpClient client;
  private final Duration timeout;
  private final Secret key;
  private final Clock clock;

  EndpointClient(java.net.http.HttpClient client, Duration timeout, Secret key, Clock clock) {
    this.client = client;
    this.timeout = timeout;
    this.key = key;
    this.clock = clock;
  }

  /// The thread was interrupted while a request was under way.
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try {
      var response = client.send(translate(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() / 100 != 2) {
        var wait =
            response
                .headers()
                .firstValue("Retry-After")
                .flatMap(header -> Backoff.retryAfter(header, clock));
        throw new EndpointException(response.statusCode(), wait, quote(response.body()));
      }
      return SuccessfulHttpResponse.builder()
          .statusCode(response.statusCode())
          .headers(response.headers().map())
          .body(response.body())
          .build();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Interrupted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private java.net.http.HttpRequest translate(HttpRequest request) {
    var built = java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout);
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> header(built, name, value)));
    var body = Optional.ofNullable(request.body()).orElse("");
    return built
        .method(
            request.method().name(),
            java.net.http.HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
        .build();
  }

  /// A server without a key gets no empty `Authorization`.
  private void header(java.net.http.HttpRequest.Builder request, String name, String value) {
    if (!name.equalsIgnoreCase("Authorization") || !key.isEmpty()) {
      request.header(name, value);
    }
  }

  /// The beginning of what the endpoint said; some endpoints repeat the key, which is cut out.
  private String quote(@Nullable String body) {
    var text = body == null ? "" : body.strip().replaceAll("\\s+", " ");
    if (!key.isEmpty()) {
      text = text.replace(key.reveal(), key.toString());
    }
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are not streamed");
  }

  /// Hands this client to LangChain4j.
  HttpClientBuilder asBuilder() {
    return new HttpClientBuilder() {
      @Override
      public Duration connectTimeout() {
        return timeout;
      }

      @Override
      public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
      }

      @Override
      public Duration readTimeout() {
        return timeout;
      }

      @Override
      public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
      }

      @Override
      public HttpClient build() {
        return EndpointClient.this;
      }
    };
  }
}
