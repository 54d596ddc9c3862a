package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A server on loopback that speaks OpenAI's embeddings: `POST /v1/embeddings`.
public final class EmbeddingsServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Behaviour behaviour;

  /// Requests as they came.
  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// A request as it came.
  public record Asked(String authorization, JsonNode body) {
    public List<String> input() {
      var texts = new ArrayList<String>();
      body.path("input").forEach(text -> texts.add(text.asText()));
      return texts;
    }
  }

  /// What the server answers.
  public record Reply(int status, Map<String, String> headers, String body) {

    public static Reply status(int status, String message) {
      return new Reply(
          status, Map.of(), "{\"error\":{\"message\":\"%s\",\"type\":\"x\"}}".formatted(message));
    }

    /// Lists of numbers.
    public static Reply floats(List<float[]> vectors) {
      return data(
          vectors,
          vector -> {
            var numbers = new ArrayList<Float>();
            for (var number : vector) {
              numbers.add(number);
            }
            return numbers;
          });
    }

    /// What `"encoding_format":"base64"` gives, and some servers in any case.
    static Reply base64(List<float[]> vectors) {
      return data(
          vectors,
          vector -> {
            var bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(vector);
            return Base64.getEncoder().encodeToString(bytes.array());
          });
    }

    /// In reverse: the index counts, not the order.
    private static Reply data(List<float[]> vectors, Function<float[], Object> form) {
      var data = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < vectors.size(); i++) {
        var one = new LinkedHashMap<String, Object>();
        one.put("object", "embedding");
        one.put("index", i);
        one.put("embedding", form.apply(vectors.get(i)));
        data.add(one);
      }
      Collections.reverse(data);
      var body = new LinkedHashMap<String, Object>();
      body.put("object", "list");
      body.put("data", data);
      body.put("model", "test-model");
      body.put("usage", Map.of("prompt_tokens", 8, "total_tokens", 8));
      try {
        return new Reply(200, Map.of(), JSON.writeValueAsString(body));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /// How the server answers.
  @FunctionalInterface
  public interface Behaviour {
    /// @param number of the request, from 1
    Reply reply(int number, Asked request) throws InterruptedException;
  }

  private EmbeddingsServer(HttpServer server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static EmbeddingsServer start(Behaviour behaviour) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new EmbeddingsServer(HttpServer.create(loopback, 0), behaviour);
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals("/v1/embeddings")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var one =
          new Asked(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              JSON.readTree(exchange.getRequestBody()));
      asked.add(one);
      var reply = behaviour.reply(asked.size(), one);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      var body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
