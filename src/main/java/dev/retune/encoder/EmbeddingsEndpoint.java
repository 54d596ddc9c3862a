package dev.retune.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.endpoint.Backoff;
import dev.retune.endpoint.Secret;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// `POST …/embeddings`. What may pass (too many requests, a server's fault, a torn answer) is tried
/// again after a while; cancelling ends a request under way. The key is never quoted.
final class EmbeddingsEndpoint implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int ATTEMPTS = 5;
  private static final int QUOTED = 300;

  /// How often it is looked whether the person cancelled, in milliseconds.
  private static final long LOOK = 100;

  private final HttpClient client;
  private final RemoteAddress address;
  private final Secret key;

  EmbeddingsEndpoint(HttpClient client, RemoteAddress address, Secret key) {
    this.client = client;
    this.address = address;
    this.key = key;
  }

  /// @param texts no empty one
  /// @return vectors of length 1, in the order given
  /// @throws dev.retune.text.ProblemException if the endpoint cannot be reached, refuses, or gives
  ///   something else than vectors of the address's dimension
  List<float[]> embed(List<String> texts, Progress progress) {
    for (var attempt = 1; ; attempt++) {
      var asked = Optional.<Duration>empty();
      Problem problem;
      try {
        var response = send(texts, progress);
        var status = response.statusCode();
        if (status / 100 == 2) {
          return EmbeddingsAnswer.read(response.body(), texts.size(), address);
        }
        problem = refusal(status, response.body());
        if (!passing(status)) {
          throw problem.exception();
        }
        asked =
            response
                .headers()
                .firstValue("Retry-After")
                .flatMap(header -> Backoff.retryAfter(header, Clock.systemUTC()));
      } catch (JsonProcessingException _) {
        problem = Problem.of(EmbeddingsEndpoint.class, "remote.answer", host());
      } catch (IOException e) {
        problem = Problem.of(EmbeddingsEndpoint.class, "remote.unreachable", host(), said(e));
      }
      if (attempt == ATTEMPTS) {
        throw problem.exception();
      }
      pause(Backoff.wait(attempt, asked), progress);
    }
  }

  private HttpResponse<String> send(List<String> texts, Progress progress) throws IOException {
    var future = client.sendAsync(request(texts), BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      while (true) {
        try {
          return future.get(LOOK, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          progress.checkCancelled();
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      future.cancel(true);
    }
  }

  private HttpRequest request(List<String> texts) {
    var body = new LinkedHashMap<String, Object>();
    body.put("model", address.model());
    body.put("input", texts);
    body.put("encoding_format", "float");
    if (address.shortened()) {
      body.put("dimensions", address.dimension());
    }
    var request =
        HttpRequest.newBuilder(address.embeddings())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.line(body), StandardCharsets.UTF_8));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key.reveal());
    }
    return request.build();
  }

  private static boolean passing(int status) {
    return status == 429 || status == 408 || status >= 500;
  }

  private Problem refusal(int status, @Nullable String body) {
    return status == 401 || status == 403
        ? Problem.of(EmbeddingsEndpoint.class, "remote.key", host(), address.keyVariable())
        : Problem.of(
            EmbeddingsEndpoint.class,
            "remote.status",
            host(),
            Integer.toString(status),
            quote(body == null ? "" : body));
  }

  /// The beginning of what the endpoint said; some repeat the key, which is cut out.
  private String quote(String said) {
    var text = said.strip().replaceAll("\\s+", " ");
    if (!key.isEmpty()) {
      text = text.replace(key.reveal(), key.toString());
    }
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }

  private String said(IOException e) {
    return quote(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private String host() {
    return address.embeddings().getAuthority();
  }

  private static void pause(Duration wait, Progress progress) {
    var end = System.nanoTime() + wait.toNanos();
    try {
      while (true) {
        progress.checkCancelled();
        var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return;
        }
        Thread.sleep(Math.min(left, LOOK));
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static CancellationException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    var cancelled = new CancellationException();
    cancelled.initCause(e);
    return cancelled;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
