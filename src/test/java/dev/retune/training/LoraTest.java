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
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.LoraConfig;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.PeftFolder;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Safetensors;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Low-rank updates, against PEFT.
class LoraTest {
  private static final JsonNode GIVEN = Fixtures.json("run.json");
  private static final JsonNode EXPECTED = Fixtures.json("lora.json");

  @TempDir Path folder;

  @Test
  void twentyStepsFollowPeftAndTheMergedModelEqualsTheUnmerged() {
    NativeLibraries.stayOffline();
    var start = PeftFolder.read(Fixtures.folder().resolve("lora"));
    var inputs = inputs(start.config());
    var batch = EXPECTED.get("batch").asInt();
    try (var manager = NDManager.newBaseManager();
        var learner = Learner.open(inputs, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), .01)) {
      NativeArrays.fill(learner.parameters(), start.updates());
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      for (var step = 0; step < EXPECTED.get("losses").size(); step++) {
        var from = step % 10 * batch;
        var result =
            training.run(
                step + 1,
                List.of(inputs.examples().subList(from, from + batch)),
                EXPECTED.get("rate").asDouble());
        var expected = EXPECTED.get("losses").get(step).asDouble();
        assertThat(result.loss())
            .as("loss of step %d", step + 1)
            .isCloseTo(expected, within(1e-4 * expected));
      }
      var trained = NativeArrays.copy(learner.parameters());
      trained.forEach((name, tensor) -> {
        var expected = EXPECTED.get("norms").get(name).asDouble();
        assertThat(norm(tensor)).as(name).isCloseTo(expected, within(1e-4 * expected));
      });
      var unmerged = learner.embedder().embed(questions(), InputType.QUERY, Progress.none());
      for (var i = 0; i < unmerged.length; i++) {
        assertThat(unmerged[i])
            .containsExactly(Fixtures.floats(EXPECTED.get("vectors").get(i)), within(1e-4f));
      }
      var merged = merged(inputs, trained);
      for (var i = 0; i < unmerged.length; i++) {
        assertThat(merged[i]).containsExactly(unmerged[i], within(1e-5f));
      }
    }
  }

  /// Written as an adapter, read back, merged into the base, embedded.
  private float[][] merged(RunInputs inputs, Map<String, FloatTensor> trained) {
    var adapter = folder.resolve("adapter");
    PeftFolder.write(
        adapter,
        inputs.encoder(),
        inputs.encoder(),
        Prompts.NONE,
        inputs.settings().lora(),
        trained,
        List.of());
    var read = PeftFolder.read(adapter);
    assertThat(read.config()).isEqualTo(inputs.settings().lora());
    var target = folder.resolve("merged");
    ModelFolderWriter.writeChanged(
        target,
        inputs.encoder(),
        Prompts.NONE,
        read.merge(inputs.encoder()),
        new ModelCard("merged", List.of(), ""));
    try (var embedder = LocalEmbedder.open(ModelFolder.read(target))) {
      return embedder.embed(questions(), InputType.QUERY, Progress.none());
    }
  }

  @Test
  void anAdapterOfAnotherBaseIsRefused() {
    var base = Fixtures.model();
    var weights = Safetensors.read(base.path().resolve("model.safetensors"));
    weights.get("embeddings.LayerNorm.bias").data()[0] += 1;
    var other = folder.resolve("other");
    ModelFolderWriter.write(other, base, weights, new ModelCard("other", List.of(), ""));
    var start = PeftFolder.read(Fixtures.folder().resolve("lora"));
    var adapter = folder.resolve("adapter");
    PeftFolder.write(adapter, base, base, Prompts.NONE, start.config(), start.updates(), List.of());
    assertThat(PeftFolder.read(adapter).merge(base)).isNotEmpty();
    assertThatThrownBy(() -> PeftFolder.read(adapter).merge(ModelFolder.read(other)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("another model");
  }

  @Test
  void modulesThatTheModelLacksAreRefused() {
    NativeLibraries.stayOffline();
    var inputs = inputs(new LoraConfig(3, 6, 0, List.of("q_proj"), false));
    try (var manager = NDManager.newBaseManager()) {
      assertThatThrownBy(() -> Learner.open(inputs, manager))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("q_proj");
    }
    assertThatThrownBy(() -> inputs(new LoraConfig(0, 6, 0, List.of("query"), false)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("lora.rank");
  }

  @Test
  void aFolderWithoutAdapterIsRefused() {
    assertThatThrownBy(() -> PeftFolder.read(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("adapter_config.json");
  }

  private static List<String> questions() {
    return IntStream.range(0, 3).mapToObj(i -> GIVEN.get("queries").get(i).asText()).toList();
  }

  private static double norm(FloatTensor tensor) {
    var sum = 0.0;
    for (var number : tensor.data()) {
      sum += (double) number * number;
    }
    return Math.sqrt(sum);
  }

  private static RunInputs inputs(LoraConfig lora) {
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
    var settings =
        TrainingSettings.recommended()
            .edit()
            .method(Method.LORA)
            .lora(lora)
            .clip(0)
            .weightDecay(.01)
            .hiddenDropout(0)
            .build();
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
