package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.retune.encoder.EmbeddingsServer.Reply;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server that speaks the providers' wire format.
class RemoteEmbedderTest {
  private static final String KEY = "sk-very-secret";

  @TempDir Path folder;

  @Test
  void vectorsComeInOrderBehindTheirPromptsAndAtLengthOne() throws Exception {
    try (var server = EmbeddingsServer.start((_, asked) -> Reply.floats(vectors(asked)));
        var embedder = open(server, EmbedOptions.defaults())) {
      var queries = embed(embedder, InputType.QUERY, "a", "", "a");
      var asked = server.asked.getFirst();
      assertThat(asked.input()).containsExactly("query: a", "query: ", "query: a");
      assertThat(asked.authorization()).isEqualTo("Bearer " + KEY);
      assertThat(asked.body().path("model").asText()).isEqualTo("tiny");
      assertThat(asked.body().has("dimensions")).isFalse();
      assertThat(queries[0]).isEqualTo(queries[2]).isNotEqualTo(queries[1]);
      var expected = vector("query: a");
      var length = Math.sqrt(expected[0] * expected[0] + expected[1] * expected[1] + 1);
      for (int i = 0; i < 3; i++) {
        assertThat((double) queries[0][i]).isCloseTo(expected[i] / length, within(1e-6));
      }
      embed(embedder, InputType.PASSAGE, "");
      // Providers refuse an empty text.
      assertThat(server.asked.getLast().input()).containsExactly(" ");
    }
  }

  @Test
  void base64MeansTheSame() throws Exception {
    try (var plain = EmbeddingsServer.start((_, asked) -> Reply.floats(vectors(asked)));
        var coded = EmbeddingsServer.start((_, asked) -> Reply.base64(vectors(asked)));
        var one = open(plain, EmbedOptions.defaults());
        var other = open(coded, EmbedOptions.defaults())) {
      assertThat(embed(other, InputType.PASSAGE, "a", "bc"))
          .isDeepEqualTo(embed(one, InputType.PASSAGE, "a", "bc"));
    }
  }

  @Test
  void manyTextsGoInSeveralRequests() throws Exception {
    var texts = IntStream.range(0, 70).mapToObj(i -> "text " + i).toArray(String[]::new);
    try (var server = EmbeddingsServer.start((_, asked) -> Reply.floats(vectors(asked)));
        var embedder = open(server, EmbedOptions.defaults())) {
      var vectors = embed(embedder, InputType.PASSAGE, texts);
      assertThat(server.asked).hasSize(3);
      assertThat(vectors).hasDimensions(70, 3);
      assertThat(vectors[69]).isEqualTo(embed(embedder, InputType.PASSAGE, "text 69")[0]);
      // Two texts of 150,000 letters do not fit into one request.
      embed(embedder, InputType.PASSAGE, "a".repeat(150_000), "b".repeat(150_000));
      assertThat(server.asked).hasSize(6);
    }
  }

  @Test
  void aShorterDimensionIsAskedFor() throws Exception {
    try (var server = EmbeddingsServer.start((_, asked) -> Reply.floats(vectors(asked)))) {
      var address = address(server, 3, true);
      RemoteModel.write(folder.resolve("m"), address);
      try (var embedder = Model.read(folder.resolve("m")).open(EmbedOptions.defaults(), e -> e)) {
        embed(embedder, InputType.PASSAGE, "a");
      }
      assertThat(server.asked.getFirst().body().path("dimensions").asInt()).isEqualTo(3);
      assertThat(RemoteModel.tried(address(server, 0, false), KEY, Progress.none()).dimension())
          .isEqualTo(3);
    }
  }

  @Test
  void tooManyRequestsWaitAsLongAsTheServerAsks() throws Exception {
    try (var server =
            EmbeddingsServer.start((number, asked) ->
                number == 1
                    ? new Reply(429, Map.of("Retry-After", "1"), "{}")
                    : Reply.floats(vectors(asked)));
        var embedder = open(server, EmbedOptions.defaults())) {
      var start = System.nanoTime();
      embed(embedder, InputType.PASSAGE, "a");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
      assertThat(server.asked).hasSize(2);
    }
  }

  @Test
  void aServersFaultAndATornAnswerAreTriedAgain() throws Exception {
    try (var server =
            EmbeddingsServer.start((number, asked) ->
                switch (number) {
                  case 1 -> Reply.status(500, "oops");
                  case 2 -> new Reply(200, Map.of(), "{\"data\":[{\"index\":0,\"embed");
                  default -> Reply.floats(vectors(asked));
                });
        var embedder = open(server, EmbedOptions.defaults())) {
      assertThat(embed(embedder, InputType.PASSAGE, "a")).hasDimensions(1, 3);
      assertThat(server.asked).hasSize(3);
    }
  }

  @Test
  void whatNeverComesRightIsSaid() throws Exception {
    var soon = Map.of("Retry-After", "0");
    refused(new Reply(503, soon, "{\"error\":\"down\"}"), "503", 5);
    refused(new Reply(400, soon, "no such model; key " + KEY), "no such model", 1);
    refused(Reply.status(401, "Incorrect API key provided: " + KEY), "TEST_KEY", 1);
    refused(Reply.floats(List.of(new float[] {1, 2})), "2 numbers instead of 3", 1);
  }

  @Test
  void whatIsNoVectorIsTriedAgainAndThenSaid() throws Exception {
    try (var server =
            EmbeddingsServer.start((_, _) -> Reply.floats(List.of(new float[] {0, 0, 0})));
        var embedder = open(server, EmbedOptions.defaults())) {
      assertThatThrownBy(() -> embed(embedder, InputType.PASSAGE, "a"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("no list of vectors");
    }
  }

  @Test
  void cancellingEndsARequestUnderWay() throws Exception {
    try (var server =
            EmbeddingsServer.start((_, _) -> {
              Thread.sleep(60_000);
              return Reply.status(500, "late");
            });
        var embedder = open(server, EmbedOptions.defaults())) {
      var start = System.nanoTime();
      assertThatThrownBy(() ->
              embedder.embed(
                  List.of("a"), InputType.PASSAGE, new Cancelling(() -> !server.asked.isEmpty())))
          .isInstanceOf(CancellationException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void theFolderHoldsNoKeyAndRefusesAPassword() throws Exception {
    RemoteModel.write(folder.resolve("m"), address("https://api.example/v1", 3, false));
    var remote = (RemoteModel) Model.read(folder.resolve("m"));
    assertThat(remote.address()).isEqualTo(address("https://api.example/v1", 3, false));
    assertThat(Files.readString(folder.resolve("m/remote.json"))).contains("TEST_KEY");
    for (var url : List.of("https://me:pw@api.example/v1", "ftp://api.example/v1", "api", "a b")) {
      assertThatThrownBy(() -> RemoteModel.write(folder.resolve("n"), address(url, 3, false)))
          .isInstanceOf(ProblemException.class);
    }
    assertThat(folder.resolve("n")).doesNotExist();
    assertThatThrownBy(() -> ModelFolder.read(folder.resolve("m")))
        .hasMessageContaining("weights are not on this machine");
  }

  @Test
  void layersBehindTheVectorsTravelWithTheFolder() throws Exception {
    try (var server = EmbeddingsServer.start((_, asked) -> Reply.floats(vectors(asked)))) {
      RemoteModel.write(folder.resolve("m"), address(server, 3, false));
      var base = Model.read(folder.resolve("m"));
      var swap =
          new Dense(
              new FloatTensor(new long[] {2, 3}, new float[] {0, 1, 0, 1, 0, 0}),
              null,
              Activation.IDENTITY);
      var card = new ModelCard("Tuned", List.of(), "");
      base.writeWithHead(
          folder.resolve("t"), base.prompts(), Head.shared(List.of(swap), true), List.of(), card);
      var tuned = Model.read(folder.resolve("t"));
      assertThat(tuned.dimension()).isEqualTo(2);
      assertThat(tuned.fingerprint()).isNotEqualTo(base.fingerprint());
      try (var plain = base.open(EmbedOptions.defaults(), UnaryOperator.identity());
          var treated = tuned.open(EmbedOptions.defaults(), UnaryOperator.identity())) {
        var before = embed(plain, InputType.QUERY, "abc")[0];
        var after = embed(treated, InputType.QUERY, "abc")[0];
        var length = Math.hypot(before[0], before[1]);
        assertThat((double) after[0]).isCloseTo(before[1] / length, within(1e-6));
        assertThat((double) after[1]).isCloseTo(before[0] / length, within(1e-6));
      }
    }
  }

  private void refused(Reply reply, String words, int times) throws Exception {
    try (var server = EmbeddingsServer.start((_, _) -> reply);
        var embedder = open(server, EmbedOptions.defaults())) {
      assertThatThrownBy(() -> embed(embedder, InputType.PASSAGE, "a"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(words)
          .satisfies(e -> {
            for (Throwable t = e; t != null; t = t.getCause()) {
              assertThat(t.toString()).doesNotContain(KEY);
            }
          });
      assertThat(server.asked).hasSize(times);
    }
  }

  private static float[][] embed(Embedder embedder, InputType type, String... texts) {
    return embedder.embed(List.of(texts), type, Progress.none());
  }

  private Embedder open(EmbeddingsServer server, EmbedOptions options) {
    var place = folder.resolve("m" + server.baseUrl().replaceAll("\\D", ""));
    RemoteModel.write(place, address(server, 3, false));
    return RemoteModel.read(place).open(options, UnaryOperator.identity(), KEY);
  }

  private static RemoteAddress address(EmbeddingsServer server, int dimension, boolean shortened) {
    return address(server.baseUrl(), dimension, shortened);
  }

  private static RemoteAddress address(String url, int dimension, boolean shortened) {
    return new RemoteAddress(
        1, url, "tiny", "TEST_KEY", dimension, shortened, 100, new Prompts("query: ", ""));
  }

  private static List<float[]> vectors(EmbeddingsServer.Asked asked) {
    return asked.input().stream().map(RemoteEmbedderTest::vector).toList();
  }

  private static float[] vector(String text) {
    return new float[] {text.length() + .5f, text.hashCode() % 17, 1};
  }

  /// Cancelled once something is so.
  private record Cancelling(java.util.function.BooleanSupplier when) implements Progress {
    @Override
    public void begin(Text what, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return when.getAsBoolean();
    }
  }
}
