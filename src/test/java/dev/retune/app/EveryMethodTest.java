package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retune.TestWorkbench;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.LoraConfig;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.PeftFolder;
import dev.retune.model.ModelEntry;
import dev.retune.task.Progress;
import dev.retune.training.Fixtures;
import dev.retune.training.FreezeSettings;
import dev.retune.training.Method;
import dev.retune.training.RunEvent;
import dev.retune.training.RunState;
import dev.retune.training.TinyRun;
import dev.retune.training.TrainingSettings;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import dev.retune.training.loss.MatryoshkaSettings;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each method by clicking, on a tiny model, with a real worker process: chosen, set, trained,
/// killed, taken up again, compared, exported.
class EveryMethodTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path temporary;
  private Workbench workbench;
  private Path project;
  private LastRun last;

  /// One method.
  ///
  /// @param choices of boxes: setting to the words chosen
  /// @param fields typed into: setting to text
  /// @param taken whether the run has what was chosen and typed
  /// @param files of the exported folder that only this method has
  /// @param alone whether what was trained can be exported without its base
  private record Way(
      Method method,
      Map<String, String> choices,
      Map<String, String> fields,
      Predicate<TrainingSettings> taken,
      List<String> files,
      boolean alone) {
    @Override
    public String toString() {
      return method + " " + choices + fields;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(
        new Way(
            Method.FULL,
            Map.of(),
            Map.of("freeze-layers", "1", "epochs", "60"),
            settings -> settings.freeze().equals(new FreezeSettings(false, 1)),
            List.of(),
            false),
        new Way(
            Method.FULL,
            Map.of(),
            Map.of("matryoshka", "16, 8", "epochs", "60"),
            settings -> MatryoshkaSettings.of(List.of(16, 8)).equals(settings.matryoshka()),
            List.of(),
            false),
        new Way(
            Method.LORA,
            Map.of("method", "Small additions beside it · LoRA"),
            Map.of(
                "lora-rank", "4",
                "lora-alpha", "12",
                "lora-dropout", "0",
                "lora-targets", "query, value",
                "epochs", "60"),
            settings ->
                settings.lora().equals(new LoraConfig(4, 12, 0, List.of("query", "value"), false)),
            List.of("adapter/adapter_config.json", "adapter/adapter_model.safetensors"),
            true),
        new Way(
            Method.LINEAR_ADAPTER,
            Map.of("method", "A matrix over its vectors · linear adapter", "adapter-side", "Both"),
            Map.of("adapter-dimension", "8", "learning-rate", "0.003", "epochs", "300"),
            settings ->
                settings
                    .adapter()
                    .equals(
                        new AdapterSettings(
                            AdapterSide.BOTH, AdapterSettings.DEFAULT.hidden(), 8, true)),
            List.of("adapter/config.json", "adapter/pytorch_model.bin"),
            true),
        new Way(
            Method.TWO_LAYER_ADAPTER,
            Map.of(
                "method", "Two layers over its vectors · two-layer adapter",
                "adapter-side", "Those of questions"),
            Map.of("adapter-hidden", "24", "learning-rate", "0.003", "epochs", "300"),
            settings ->
                settings.adapter().equals(new AdapterSettings(AdapterSide.QUERY, 24, 0, true)),
            List.of(
                "3_Router/router_config.json",
                "3_Router/query_0_Dense/model.safetensors",
                "adapter/config.json",
                "adapter/pytorch_model.bin"),
            true));
  }

  @BeforeEach
  void aProjectWithPairsAndATinyModel() {
    workbench = TestWorkbench.withWorkers(temporary.resolve("home"));
    project = temporary.resolve("plant");
    last = new LastRun(project);
    var data = TinyRun.data(64);
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    data.queries().keySet().forEach(id -> relevant.put(id, Map.of("p" + id.substring(1), 1.0)));
    var file = temporary.resolve("set.json");
    LlamaIndexFormat.write(file, new RetrievalSet(data.corpus(), data.queries(), relevant));
    try (var session = workbench.create(project, "Plant")) {
      session.model().choose(Fixtures.model().path().toString());
      session.importingPairs().run(file, Progress.none());
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void isCarriedThrough(Way way) throws Exception {
    try (var person = new Person(workbench)) {
      person.willChoose(project);
      person.click("start-open");
      person.await("the shell", () -> person.shows("shell"));
      person.press(KeyCode.SHORTCUT, KeyCode.DIGIT3);
      choose(person, way);
      train(person);
      compare(person);
      export(person, way);
    }
    var run = last.folder();
    var settings = run.configuration().settings();
    assertThat(settings.method()).isEqualTo(way.method());
    assertThat(way.taken()).accepts(settings);
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
    assertThat(last.attempts()).isEqualTo(2);
    var lengths = run.report().orElseThrow().validation().dimensions();
    assertThat(lengths == null ? Set.of() : lengths.keySet())
        .isEqualTo(Set.copyOf(settings.dimensions()));
    assertThatTheExportIsTheModel(way);
  }

  private static void choose(Person person, Way way) {
    person.click("train-all-settings");
    way.choices().entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByKey().reversed())
        .forEach(choice -> {
          person.scroll("train-plan", "train-setting-" + choice.getKey());
          person.choose("train-setting-" + choice.getKey(), choice.getValue());
        });
    var fields = new LinkedHashMap<String, String>();
    fields.put("checkpoint-steps", "20");
    fields.put("evaluation-steps", "200");
    fields.put("threads", "1");
    // The rank takes alpha along, so it comes first.
    way.fields().entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByKey().reversed())
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    fields.forEach((setting, text) -> {
      person.scroll("train-plan", "train-setting-" + setting);
      person.type("train-setting-" + setting, text);
    });
    person.photograph(
        "method-"
            + way.method().name().toLowerCase(Locale.ROOT)
            + (way.fields().containsKey("matryoshka") ? "-lengths" : ""));
  }

  private void train(Person person) {
    person.click("train-start");
    person.await("a checkpoint", PATIENCE, () -> last.has(RunEvent.CheckpointSaved.class));
    last.kill();
    person.await("the message", () -> person.shows("train-resume"));
    assertThat(person.reads("train-broken")).isNotBlank();
    assertThat(last.folder().state()).isEqualTo(RunState.INTERRUPTED);
    person.click("train-resume");
    person.await("the verdict", PATIENCE, () -> person.shows("train-verdict"));
    var second =
        last.folder().events().stream()
            .filter(RunEvent.Started.class::isInstance)
            .map(RunEvent.Started.class::cast)
            .toList()
            .getLast();
    assertThat(second.step()).as("where it was taken up").isPositive();
  }

  private static void compare(Person person) {
    person.click("train-compare");
    person.await("the figures", PATIENCE, () -> person.rows("compare-metrics") >= 6);
    for (var column : List.of("base", "tuned", "bm25")) {
      person.await(column, () -> person.shows("compare-" + column + "-1"));
    }
  }

  private void export(Person person, Way way) {
    person.press(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    person.await("the models", () -> person.rows("models-table") >= 3);
    person.clickText(tuned().name());
    person.willChoose(exported());
    person.click("models-export");
    person.await("the exported folder", () -> exported().resolve("modules.json").toFile().exists());
    assertThat(person.shows("model-export-adapter")).isEqualTo(way.alone());
    if (way.alone()) {
      person.willChoose(alone());
      person.click("model-export-adapter");
      var names = way.files().stream().filter(name -> name.startsWith("adapter/")).toList();
      person.await(
          "the adapter alone",
          () ->
              names.stream()
                  .allMatch(name ->
                      alone().resolve(name.substring("adapter/".length())).toFile().exists()));
    }
  }

  private void assertThatTheExportIsTheModel(Way way) {
    var names =
        Stream.concat(
            Stream.of(
                "modules.json",
                "config_sentence_transformers.json",
                "sentence_bert_config.json",
                "config.json",
                "tokenizer.json",
                "model.safetensors",
                "1_Pooling/config.json"),
            way.files().stream());
    assertThat(names).allSatisfy(name -> assertThat(exported().resolve(name)).exists());
    var read = ModelFolder.read(exported());
    assertThat(read.fingerprint())
        .isNotEqualTo(last.folder().configuration().base().fingerprint())
        .isEqualTo(ModelFolder.read(tuned().folder()).fingerprint());
    for (var type : InputType.values()) {
      var ofRun = vectors(ModelFolder.read(last.folder().modelFolder()), type);
      assertThat(vectors(read, type)).isDeepEqualTo(ofRun);
      if (way.method() == Method.LORA) {
        var merged = vectors(merged(), type);
        for (var i = 0; i < merged.length; i++) {
          assertThat(merged[i]).containsExactly(ofRun[i], within(1e-6f));
        }
      }
    }
  }

  /// The base with the exported low-rank updates added in.
  private ModelFolder merged() {
    var base = Fixtures.model();
    var target = temporary.resolve("merged");
    ModelFolderWriter.writeChanged(
        target,
        base,
        base.prompts(),
        PeftFolder.read(alone()).merge(base),
        new ModelCard("merged", List.of(), ""));
    return ModelFolder.read(target);
  }

  private static float[][] vectors(ModelFolder model, InputType type) {
    var texts = List.of("oil seal of the pump", "tighten the bolt");
    try (var embedder = LocalEmbedder.open(model, EmbedOptions.defaults())) {
      return embedder.embed(texts, type, Progress.none());
    }
  }

  private ModelEntry tuned() {
    return workbench.models().list().stream()
        .filter(model -> model.kind() == ModelEntry.Kind.TUNED)
        .findFirst()
        .orElseThrow();
  }

  private Path exported() {
    return temporary.resolve("exported");
  }

  private Path alone() {
    return temporary.resolve("alone");
  }
}
