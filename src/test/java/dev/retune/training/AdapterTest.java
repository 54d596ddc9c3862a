package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Safetensors;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.training.adapter.Adapter;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import dev.retune.training.adapter.LinearAdapter;
import dev.retune.training.adapter.LlamaIndexFolder;
import dev.retune.training.adapter.TwoLayerAdapter;
import dev.retune.training.loss.LossSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Adapters, against LlamaIndex's modules trained by PyTorch.
///
/// What they write stays under `target/adapters` for `src/test/fixtures/check_adapters.py`, which
/// opens it with sentence-transformers and LlamaIndex.
class AdapterTest {
  private static final JsonNode GIVEN = Fixtures.json("run.json");
  private static final JsonNode EXPECTED = Fixtures.json("adapter.json");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"linear", "passage", "cut", "twoLayer", "twoLayerBoth"})
  void twentyStepsFollowPyTorchAndTheModelFolderEmbedsAlike(String name) throws IOException {
    NativeLibraries.stayOffline();
    var expected = EXPECTED.get("cases").get(name);
    var inputs = inputs(settings(expected));
    var batch = EXPECTED.get("batch").asInt();
    try (var manager = NDManager.newBaseManager();
        var learner = Learner.open(inputs, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), decay())) {
      assertThat(weights(name, "start.").keySet())
          .containsAll(learner.parameters().stream().map(p -> p.name()).toList());
      NativeArrays.fill(learner.parameters(), weights(name, "start."));
      learner.prepare(new Checkpoints(folder), Progress.none());
      assertStartsAsTheBase(learner);
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      for (var step = 0; step < expected.get("losses").size(); step++) {
        var from = step % 10 * batch;
        var result =
            training.run(
                step + 1,
                List.of(inputs.examples().subList(from, from + batch)),
                EXPECTED.get("rate").asDouble());
        var loss = expected.get("losses").get(step).asDouble();
        assertThat(result.loss())
            .as("loss of step %d", step + 1)
            .isCloseTo(loss, within(1e-4 * loss));
      }
      var trained = NativeArrays.copy(learner.parameters());
      var last = weights(name, "final.");
      trained.forEach((weight, tensor) ->
          assertThat(distance(tensor, last.get(weight)))
              .as(weight)
              .isLessThan(1e-4 * norm(last.get(weight))));
      assertWrittenAlike(name, inputs, trained, learner.embedder());
    }
  }

  private static void assertStartsAsTheBase(Learner learner) {
    for (var type : InputType.values()) {
      var base = learner.untuned().embed(texts(type), type, Progress.none());
      var adapted = learner.embedder().embed(texts(type), type, Progress.none());
      for (var i = 0; i < base.length; i++) {
        var cut = Arrays.copyOf(base[i], adapted[i].length);
        var length = norm(new FloatTensor(new long[] {cut.length}, cut));
        for (var j = 0; j < cut.length; j++) {
          assertThat(adapted[i][j]).isCloseTo((float) (cut[j] / length), within(1e-6f));
        }
      }
    }
  }

  private void assertWrittenAlike(
      String name, RunInputs inputs, Map<String, FloatTensor> trained, Embedder learned)
      throws IOException {
    var place = Path.of("target", "adapters", UUID.randomUUID().toString());
    var layers =
        switch (inputs.settings().method()) {
          case LINEAR_ADAPTER -> {
            LlamaIndexFolder.writeLinear(place.resolve("llama-index"), trained);
            yield LinearAdapter.layers(trained);
          }
          case TWO_LAYER_ADAPTER -> {
            LlamaIndexFolder.writeTwoLayer(place.resolve("llama-index"), trained);
            yield TwoLayerAdapter.layers(trained);
          }
          case FULL, LORA -> throw new AssertionError(name);
        };
    var base = inputs.encoder();
    var side = inputs.settings().adapter().side();
    var head = Adapter.head(side, layers, base.normalize());
    ModelFolderWriter.writeWithHead(
        place.resolve("model"), base, Prompts.NONE, head, new ModelCard(name, List.of(), ""));
    var read = ModelFolder.read(place.resolve("model"));
    assertThat(read.fingerprint()).isNotEqualTo(base.fingerprint());
    var vectors = new TreeMap<String, Object>();
    try (var embedder = LocalEmbedder.open(read)) {
      assertThat(embedder.dimension()).isEqualTo(learned.dimension());
      for (var type : InputType.values()) {
        var ours = embedder.embed(texts(type), type, Progress.none());
        var expected = learned.embed(texts(type), type, Progress.none());
        for (var i = 0; i < ours.length; i++) {
          assertThat(ours[i]).containsExactly(expected[i], within(1e-5f));
        }
        vectors.put(type.name(), ours);
        vectors.put(type.name() + "_TEXTS", texts(type));
      }
    }
    vectors.put("side", side);
    Json.write(place.resolve("vectors.json"), vectors);
    Files.writeString(place.resolveSibling(name), place.getFileName().toString());
  }

  @Test
  void aModelWithAnAdapterCannotBeTunedFurtherAndDimensionsMustFit() {
    var larger = settings(new AdapterSettings(AdapterSide.BOTH, 8, 17, true));
    assertThatThrownBy(() -> MethodCheck.check(larger, Fixtures.model()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("17");
    var uneven = settings(new AdapterSettings(AdapterSide.QUERY, 8, 4, true));
    assertThatThrownBy(() -> MethodCheck.check(uneven, Fixtures.model()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("one side");
    assertThatThrownBy(() -> settings(new AdapterSettings(AdapterSide.QUERY, 0, 0, true)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("adapter.hidden");
    var tuned = adapted(folder.resolve("m"));
    assertThatThrownBy(() -> TinyRun.create(folder, TinyRun.SETTINGS, tuned, TinyRun.data(16)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("tuned further");
  }

  private static ModelFolder adapted(Path target) {
    var eye = weights("linear", "start.");
    var head = Adapter.head(AdapterSide.QUERY, LinearAdapter.layers(eye), true);
    ModelFolderWriter.writeWithHead(
        target, Fixtures.model(), Prompts.NONE, head, new ModelCard("m", List.of(), ""));
    return ModelFolder.read(target);
  }

  private static List<String> texts(InputType type) {
    var texts = GIVEN.get(type == InputType.QUERY ? "queries" : "passages");
    return IntStream.range(0, 5).mapToObj(i -> texts.get(i).asText()).toList();
  }

  private static Map<String, FloatTensor> weights(String name, String prefix) {
    var weights = new TreeMap<String, FloatTensor>();
    Safetensors.read(Fixtures.folder().resolve("adapter").resolve(name + ".safetensors"))
        .forEach((key, tensor) -> {
          if (key.startsWith(prefix)) {
            weights.put(key.substring(prefix.length()), tensor);
          }
        });
    return weights;
  }

  private static double distance(FloatTensor a, FloatTensor b) {
    var difference = a.data().clone();
    for (var i = 0; i < difference.length; i++) {
      difference[i] -= b.data()[i];
    }
    return norm(new FloatTensor(a.shape(), difference));
  }

  private static double norm(FloatTensor tensor) {
    var sum = 0.0;
    for (var number : tensor.data()) {
      sum += (double) number * number;
    }
    return Math.sqrt(sum);
  }

  private static double decay() {
    return EXPECTED.get("decay").asDouble();
  }

  private static TrainingSettings settings(JsonNode of) {
    return settings(
            new AdapterSettings(
                AdapterSide.valueOf(of.get("side").asText()),
                of.get("hidden").asInt(),
                of.get("dimension").asInt(),
                of.get("bias").asBoolean()))
        .edit()
        .method(Method.valueOf(of.get("method").asText()))
        .build();
  }

  private static TrainingSettings settings(AdapterSettings adapter) {
    return TrainingSettings.recommended()
        .with(Method.LINEAR_ADAPTER)
        .edit()
        .adapter(adapter)
        .loss(LossSettings.DEFAULT)
        .clip(0)
        .build();
  }

  private static RunInputs inputs(TrainingSettings settings) {
    var queries = new LinkedHashMap<String, String>();
    var corpus = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    for (var i = 0; i < GIVEN.get("queries").size(); i++) {
      queries.put("q" + i, GIVEN.get("queries").get(i).asText());
      corpus.put("p" + i, GIVEN.get("passages").get(i).asText());
      rows.add(new PairRow("q" + i, "p" + i, Split.TRAIN));
    }
    var set = new RetrievalSet(corpus, queries, Map.of("q0", Map.of("p0", 1.0)));
    var data = new TrainingData(Shape.PAIRS, corpus, queries, rows, Map.of(Split.VALIDATION, set));
    var examples =
        IntStream.range(0, rows.size())
            .mapToObj(i -> Example.pair("q" + i, "p" + i, List.of()))
            .toList();
    return new RunInputs(
        settings,
        Fixtures.model(),
        Prompts.NONE,
        data,
        examples,
        set,
        null,
        new BatchPlan(List.of(), List.of()));
  }
}
