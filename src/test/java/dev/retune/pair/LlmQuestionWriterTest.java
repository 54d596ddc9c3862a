package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.document.Chunk;
import dev.retune.document.NoLocator;
import dev.retune.endpoint.Secret;
import dev.retune.pair.ChatServer.Reply;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LlmQuestionWriterTest {
  private static final String KEY = "sk-very-secret-123";
  private static final String PASSAGE = "The gland nut is tightened to 45 Nm.";

  private static LlmQuestionWriter writer(ChatServer server, Duration timeout, int attempts) {
    return new LlmQuestionWriter(
        new LlmSettings(server.baseUrl(), "test-model", new Secret(KEY), 4, timeout, attempts));
  }

  private static LlmQuestionWriter writer(ChatServer server) {
    return writer(server, Duration.ofSeconds(5), 3);
  }

  private static ChunkContext context(String text) {
    var chunk =
        new Chunk(
            UUID.randomUUID(),
            UUID.randomUUID(),
            0,
            text,
            List.of("Seals", "Fitting"),
            9,
            new NoLocator());
    return new ChunkContext(chunk, "TM-12.pdf", _ -> false);
  }

  private static List<String> ask(LlmQuestionWriter writer, String passage) throws Exception {
    return writer.write(context(passage), 2).stream().map(WrittenQuestion::text).toList();
  }

  @Test
  void asksInTheWireFormatAndSumsTokens() throws Exception {
    try (var server =
        ChatServer.start((_, _) -> Reply.questions("What torque?", "Which nut?", "Third?"))) {
      var writer = writer(server);
      assertThat(ask(writer, PASSAGE)).containsExactly("What torque?", "Which nut?");
      var request = server.asked.getFirst();
      assertThat(request.authorization()).isEqualTo("Bearer " + KEY);
      assertThat(request.upgrade()).isEqualTo("null");
      assertThat(request.model()).isEqualTo("test-model");
      assertThat(request.system()).contains("Write 2 different questions", "JSON");
      assertThat(request.user()).contains("TM-12.pdf", "Seals › Fitting", PASSAGE);
      ask(writer, PASSAGE);
      assertThat(writer.usage()).isEqualTo(new TokenUsage(200, 40));
    }
  }

  @Test
  void asksInChineseAboutChinese() throws Exception {
    try (var server = ChatServer.start((_, _) -> Reply.questions("压盖螺母的力矩是多少？"))) {
      assertThat(ask(writer(server), "压盖螺母M8应拧紧至45 N·m。")).containsExactly("压盖螺母的力矩是多少？");
      assertThat(server.asked.getFirst().system()).contains("写出 2 个不同的问题");
    }
  }

  @Test
  void aServerWithoutKeyGetsNone() throws Exception {
    try (var server = ChatServer.start((_, _) -> Reply.questions("Why so?"))) {
      var settings = LlmSettings.of(server.baseUrl(), "m", new Secret(""));
      assertThat(ask(new LlmQuestionWriter(settings), PASSAGE)).containsExactly("Why so?");
      assertThat(server.asked.getFirst().authorization()).isEqualTo("null");
    }
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws Exception {
    try (var server =
        ChatServer.start((number, _) ->
            number == 1
                ? new Reply(429, java.util.Map.of("Retry-After", "1"), "{}")
                : Reply.questions("Why so?"))) {
      long start = System.nanoTime();
      assertThat(ask(writer(server), PASSAGE)).containsExactly("Why so?");
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(1000), Duration.ofMillis(3000));
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void triesAgainAfterAServersFaultAndGivesUpInPlainWords() throws Exception {
    try (var server =
        ChatServer.start(
            (number, _) -> number < 3 ? Reply.status(500, "oops") : Reply.questions("Why so?"))) {
      assertThat(ask(writer(server), PASSAGE)).containsExactly("Why so?");
    }
    try (var server = ChatServer.start((_, _) -> Reply.status(503, "down"))) {
      assertThatThrownBy(() -> ask(writer(server, Duration.ofSeconds(5), 2), PASSAGE))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("failed 2 times (last status 503)");
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void aWrongKeyIsTriedOnceAndNeverShown() throws Exception {
    try (var server =
        ChatServer.start((_, _) -> Reply.status(401, "Incorrect API key provided: " + KEY))) {
      assertThatThrownBy(() -> ask(writer(server), PASSAGE))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("refused the key (status 401)")
          .satisfies(e -> {
            for (Throwable t = e; t != null; t = t.getCause()) {
              assertThat(t.toString()).doesNotContain(KEY);
            }
          });
      assertThat(server.asked).hasSize(1);
    }
    assertThat(LlmSettings.of("http://h/v1", "m", new Secret(KEY)).toString()).doesNotContain(KEY);
  }

  @Test
  void aKeyThatNoHeaderTakesIsToldWithoutIt() {
    for (var wrong : List.of("sk-one\nsk-two", "sk-密钥", "Bearer sk-one")) {
      var settings = LlmSettings.of("http://127.0.0.1:1/v1", "m", new Secret(wrong));
      assertThatThrownBy(() -> new LlmQuestionWriter(settings))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("no key has")
          .satisfies(e -> assertThat(e.toString()).doesNotContain("sk-"));
    }
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() throws Exception {
    try (var server = ChatServer.start((_, _) -> Reply.status(400, "context too long"))) {
      assertThatThrownBy(() -> ask(writer(server), PASSAGE))
          .hasMessageContaining("status 400")
          .hasMessageContaining("context too long");
      assertThat(server.asked).hasSize(1);
    }
    try (var server = ChatServer.start((_, _) -> Reply.status(404, "no such model"))) {
      assertThatThrownBy(() -> ask(writer(server), PASSAGE)).hasMessageContaining("test-model");
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void anAnswerThatIsNoListIsAskedForOnceMore() throws Exception {
    try (var server =
        ChatServer.start((number, _) ->
            number == 1 ? Reply.answer("I would rather not.") : Reply.questions("Why so?"))) {
      assertThat(ask(writer(server), PASSAGE)).containsExactly("Why so?");
    }
    try (var server = ChatServer.start((_, _) -> new Reply(200, java.util.Map.of(), "{\"cho"))) {
      assertThatThrownBy(() -> ask(writer(server), PASSAGE))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("not the list of questions");
    }
  }

  @Test
  void aSlowServerIsATimeOut() throws Exception {
    try (var server =
        ChatServer.start((_, _) -> {
          Thread.sleep(5000);
          return Reply.questions("Late?");
        })) {
      assertThatThrownBy(() -> ask(writer(server, Duration.ofSeconds(1), 2), PASSAGE))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("did not answer within 1 seconds, 2 times");
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void nobodyThereIsSaid() {
    var settings =
        new LlmSettings("http://127.0.0.1:1/v1", "m", new Secret(KEY), 1, Duration.ofSeconds(2), 2);
    assertThatThrownBy(() -> ask(new LlmQuestionWriter(settings), PASSAGE))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("http://127.0.0.1:1/v1 cannot be reached");
    assertThatThrownBy(
            () -> new LlmQuestionWriter(LlmSettings.of("localhost", "m", new Secret(""))))
        .isInstanceOf(ProblemException.class)
        .satisfies(e ->
            assertThat(((ProblemException) e).problem().cause().in(Locale.CHINESE))
                .contains("localhost"));
  }

  @Test
  void anInterruptEndsARequestAtOnce() throws IOException, InterruptedException {
    try (var server =
        ChatServer.start((_, _) -> {
          Thread.sleep(20_000);
          return Reply.questions("Late?");
        })) {
      var writer = writer(server, Duration.ofSeconds(30), 1);
      var ended = new java.util.concurrent.atomic.AtomicReference<Exception>();
      var thread =
          Thread.startVirtualThread(() -> {
            try {
              writer.write(context(PASSAGE), 1);
            } catch (InterruptedException | RuntimeException e) {
              ended.set(e);
            }
          });
      while (server.asked.isEmpty()) {
        Thread.sleep(10);
      }
      thread.interrupt();
      assertThat(thread.join(Duration.ofSeconds(2))).isTrue();
      assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }
  }
}
