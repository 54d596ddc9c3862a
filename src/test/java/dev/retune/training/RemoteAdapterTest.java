package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.EmbeddingsServer;
import dev.retune.encoder.EmbeddingsServer.Reply;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.Model;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.RemoteAddress;
import dev.retune.encoder.RemoteModel;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An adapter over a model behind an address, which is the local model behind a server: it must
/// learn what an adapter over the local model learns.
class RemoteAdapterTest {
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS.with(Method.LINEAR_ADAPTER).edit().epochs(3).learningRate(1e-3).build();

  @TempDir Path folder;

  @Test
  void learnsWhatAnAdapterOverTheSameVectorsLearns() throws Exception {
    var local = TinyRun.create(folder.resolve("local"), SETTINGS);
    assertThat(Worker.run(local.path())).isZero();
    try (var model = LocalEmbedder.open(Fixtures.model());
        var server = EmbeddingsServer.start((_, asked) -> Reply.floats(vectors(model, asked)))) {
      var base = remote(server);
      var run = TinyRun.create(folder.resolve("remote"), SETTINGS, base, TinyRun.data(64));
      assertThat(Worker.run(run.path())).isZero();
      var sent = server.asked.stream().flatMap(one -> one.input().stream()).toList();
      assertThat(new HashSet<>(sent)).as("no text is paid for twice").hasSameSizeAs(sent);

      var expected = local.report().orElseThrow().validation();
      var actual = run.report().orElseThrow().validation();
      assertThat(actual.base()).isEqualTo(expected.base());
      for (var metric : expected.tuned().keySet()) {
        assertThat(actual.tuned().get(metric))
            .as(metric)
            .isCloseTo(expected.tuned().get(metric), within(.02));
      }
      assertThat(run.adapterFolder().resolve("pytorch_model.bin")).isNotEmptyFile();
      assertSameVectors(Model.read(local.modelFolder()), Model.read(run.modelFolder()));
      assertThat(Model.read(run.modelFolder())).isInstanceOf(RemoteModel.class);
    }
  }

  private static void assertSameVectors(Model local, Model remote) {
    var texts = List.of("press the seal", "check the oil level every week");
    try (var one = local.open(EmbedOptions.defaults(), UnaryOperator.identity());
        var other = remote.open(EmbedOptions.defaults(), UnaryOperator.identity())) {
      for (var type : InputType.values()) {
        var expected = one.embed(texts, type, Progress.none());
        var actual = other.embed(texts, type, Progress.none());
        for (int i = 0; i < expected.length; i++) {
          assertThat(actual[i]).containsExactly(expected[i], within(1e-4f));
        }
      }
    }
  }

  @Test
  void onlyAdaptersCanBeTrainedOverIt() throws Exception {
    try (var server = EmbeddingsServer.start((_, _) -> Reply.status(500, "not asked"))) {
      var base = remote(server);
      for (var method : List.of(Method.FULL, Method.LORA)) {
        var runs = folder.resolve("runs");
        assertThatThrownBy(
                () -> TinyRun.create(runs, SETTINGS.with(method), base, TinyRun.data(64)))
            .isInstanceOf(ProblemException.class)
            .hasMessageContaining("weights are not on this machine");
      }
      assertThat(server.asked).isEmpty();
    }
  }

  private Model remote(EmbeddingsServer server) throws Exception {
    var place = folder.resolve("connected");
    Files.createDirectories(folder);
    var model = Fixtures.model();
    RemoteModel.write(
        place,
        new RemoteAddress(
            1,
            server.baseUrl(),
            "tiny",
            "RETUNE_TEST_NO_KEY",
            model.dimension(),
            false,
            model.maxTokens(),
            Prompts.NONE));
    return Model.read(place);
  }

  private static List<float[]> vectors(Embedder model, EmbeddingsServer.Asked asked) {
    return Arrays.asList(model.embed(asked.input(), InputType.PASSAGE, Progress.none()));
  }
}
