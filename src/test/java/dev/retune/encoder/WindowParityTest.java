package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.Tokenizer.Tokens;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Windows and their vectors against Hugging Face's tokenizers and sentence-transformers
/// (`src/test/fixtures/make_windows.py`).
class WindowParityTest {
  private static final Path FIXTURES = Path.of("src/test/fixtures");

  private final JsonNode expected = Json.read(FIXTURES.resolve("windows.json"), JsonNode.class);

  @TestFactory
  List<DynamicTest> windowsAgree() {
    return IntStream.range(0, expected.path("cases").size())
        .mapToObj(i -> {
          var wanted = expected.path("cases").path(i);
          var name =
              "%s, %d/%d, prompt '%s'"
                  .formatted(
                      wanted.path("model").asText(),
                      wanted.path("size").asInt(),
                      wanted.path("step").asInt(),
                      wanted.path("prompt").asText());
          return DynamicTest.dynamicTest(name, () -> check(wanted));
        })
        .toList();
  }

  private void check(JsonNode wanted) {
    var folder = ModelFolder.read(FIXTURES.resolve(wanted.path("model").asText()));
    var windows = new Windows(wanted.path("size").asInt(), wanted.path("step").asInt());
    var prompts = new Prompts("", wanted.path("prompt").asText());
    var texts = new ArrayList<String>();
    expected.path("texts").forEach(text -> texts.add(text.asText()));
    try (var tokenizer = Tokenizer.open(folder);
        var embedder = LocalEmbedder.open(folder, EmbedOptions.defaults().withPrompts(prompts))) {
      var tokens = tokenizer.windows(texts, prompts.passage(), windows, folder.maxTokens());
      var vectors = embedder.embed(texts, InputType.PASSAGE, windows, Progress.none());
      for (int t = 0; t < texts.size(); t++) {
        var ids = tokens.get(t).stream().map(Tokens::ids).toArray(long[][]::new);
        assertThat(ids).as("text %d", t).isDeepEqualTo(ids(wanted.path("ids").path(t)));
        assertThat(vectors[t]).as("text %d", t).hasDimensions(ids.length, folder.config().hidden());
        for (int w = 0; w < ids.length; w++) {
          assertThat(vectors[t][w])
              .as("text %d, window %d", t, w)
              .containsExactly(numbers(wanted.path("vectors").path(t).path(w)), within(1e-5f));
        }
      }
    }
  }

  private static long[][] ids(JsonNode windows) {
    return StreamSupport.stream(windows.spliterator(), false)
        .map(ids ->
            StreamSupport.stream(ids.spliterator(), false).mapToLong(JsonNode::asLong).toArray())
        .toArray(long[][]::new);
  }

  private static float[] numbers(JsonNode array) {
    var numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) array.path(i).asDouble();
    }
    return numbers;
  }
}
