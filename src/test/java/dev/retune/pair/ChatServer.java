package dev.retune.pair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that speaks OpenAI's chat completions: `POST /v1/chat/completions`.
final class ChatServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Behaviour behaviour;
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  final AtomicInteger mostUnderWay = new AtomicInteger();

  /// A request as it came.
  record Asked(String authorization, String upgrade, String model, String system, String user) {}

  /// What the server answers.
  record Reply(int status, Map<String, String> headers, String body) {

    static Reply status(int status, String message) {
      return new Reply(
          status, Map.of(), "{\"error\":{\"message\":\"%s\",\"type\":\"x\"}}".formatted(message));
    }

    /// An answer of the model, in the real wire format.
    static Reply answer(String content) {
      var message = Map.of("role", "assistant", "content", content);
      var choice = Map.of("index", 0, "message", message, "finish_reason", "stop");
      var usage = Map.of("prompt_tokens", 100, "completion_tokens", 20, "total_tokens", 120);
      var body =
          Map.of(
              "id",
              "chatcmpl-1",
              "object",
              "chat.completion",
              "created",
              1_700_000_000,
              "model",
              "test-model",
              "choices",
              List.of(choice),
              "usage",
              usage);
      return new Reply(200, Map.of(), json(body));
    }

    static Reply questions(String... questions) {
      return answer(json(Map.of("questions", List.of(questions))));
    }

    private static String json(Object value) {
      try {
        return JSON.writeValueAsString(value);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @FunctionalInterface
  interface Behaviour {
    /// @param number of the request, from 1
    Reply reply(int number, Asked request) throws InterruptedException;
  }

  private ChatServer(HttpServer server, Behaviour behaviour) {
    this.server = server;
    this.behaviour = behaviour;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static ChatServer start(Behaviour behaviour) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new ChatServer(HttpServer.create(loopback, 0), behaviour);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals("/v1/chat/completions")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var request = JSON.readTree(exchange.getRequestBody());
      var one =
          new Asked(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Upgrade")),
              request.path("model").asText(),
              message(request, 0),
              message(request, 1));
      asked.add(one);
      var reply = behaviour.reply(asked.size(), one);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      var body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private static String message(JsonNode request, int index) {
    var content = request.path("messages").path(index).path("content");
    return content.isArray() ? content.path(0).path("text").asText() : content.asText();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
