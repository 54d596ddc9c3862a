package dev.retune.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Activation;
import dev.retune.encoder.Dense;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.Head;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.PeftFolder;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Safetensors;
import dev.retune.training.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be done is said with its cause and its remedy before anything is written.
class BadConfigurationTest {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void pairs() {
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var relevant = new LinkedHashMap<String, Map<String, Double>>();
    for (var i = 0; i < 12; i++) {
      corpus.put("p" + i, "valve %d of the pump".formatted(i));
      queries.put("q" + i, "which valve is %d".formatted(i));
      relevant.put("q" + i, Map.of("p" + i, 1.0));
    }
    data = folder.resolve("pairs.json");
    LlamaIndexFormat.write(data, new RetrievalSet(corpus, queries, relevant));
  }

  /// Words of the options, and what cause and remedy have to say; several are separated by `|`.
  @ParameterizedTest
  @CsvSource({
    "--loss triplet,                        triplet|multiple-negatives-ranking",
    "--loss contrastive,                    contrastive|multiple-negatives-ranking",
    "--loss tripplet,                       tripplet|multiple-negatives-ranking",
    "--margin 1,                            margin|multiple-negatives-ranking|scale",
    "--scale 0,                             scale|0.0|0.001",
    "--temperature 0,                       scale|Infinity",
    "--scale NaN,                           scale|NaN",
    "--loss cosent --threshold 1,           threshold|cosent",
    "--batch-size -4,                       batchSize|-4|2|larger",
    "--batch-size 0,                        batchSize|0|2|larger",
    "--batch-size 1,                        batchSize|1|2|larger",
    "--accumulation 0,                      accumulation|0|1|larger",
    "--accumulation -2,                     accumulation|-2|1|larger",
    "--micro-batch-tokens -1,               microBatchTokens|-1",
    "--epochs 0,                            epochs|0|larger",
    "--max-steps -1,                        maxSteps|-1",
    "--learning-rate 0,                     learningRate|0.0|above 0|within",
    "--learning-rate -1e-5,                 learningRate|-1.0E-5|above 0",
    "--learning-rate NaN,                   learningRate|NaN|above 0",
    "--learning-rate 2,                     learningRate|2.0|1.0",
    "--warmup 1.5,                          warmupRatio|1.5|1.0|within",
    "--warmup NaN,                          warmupRatio|NaN",
    "--dropout 1,                           hiddenDropout|1.0|0.9",
    "--attention-dropout -0.1,              attentionDropout|-0.1",
    "--weight-decay 2,                      weightDecay|2.0",
    "--clip -1,                             clip|-1.0",
    "--patience -1,                         earlyStopping.patience|-1",
    "--evaluate-every -1,                   evaluation.everySteps|-1",
    "--checkpoint-every -1,                 checkpoints.everySteps|-1",
    "--checkpoints-kept 0,                  checkpoints.keep|0|1",
    "--max-passage-tokens -1,               maxPassageTokens|-1",
    "--max-query-tokens -1,                 maxQueryTokens|-1",
    "--threads -1,                          threads|-1",
    "--metric ndcg@7,                       ndcg@7|ndcg@10",
    "--metric loss,                         loss|ndcg@10",
    "--freeze-layers 2,                     2 layers|Freeze 1",
    "--freeze-layers -1,                    freeze.layers|-1",
    "--method lora --lora-rank 0,           lora.rank|0|larger",
    "--method lora --lora-alpha 0,          lora.alpha|0.0",
    "--method lora --lora-dropout 1,        lora.dropout|1.0",
    "--method lora --lora-targets q_proj,   q_proj|query",
    "--method linear-adapter --adapter-dimension 64 --adapter-side both, 64|16|up to",
    "--method linear-adapter --adapter-dimension 8 --adapter-side query, 8|16|both sides",
    "--method linear-adapter --gradient-checkpointing on, Gradient checkpointing|auto",
    "--evaluate-every 5 --evaluate-every-epochs 1, evaluation.everySteps|--evaluate-every-epochs",
    "--method two-layer-adapter --adapter-hidden 0,                      adapter.hidden|0|larger",
  })
  void aSettingThatCannotBeIsRefused(String options, String words) {
    assertThatItIsRefused(FAILED, words, options.strip().split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "--method lorra,       lorra|lora|two-layer-adapter",
    "--epochs many,        many",
    "--learning-rate fast, fast",
    "--precision fp8,      fp8",
    "--lora-rankk 8,       lora-rankk",
  })
  void whatIsNoOptionOrNoValueIsWrongUsage(String options, String words) {
    assertThatItIsRefused(WRONG_USAGE, words, options.strip().split(" "));
  }

  @Test
  void oneUnknownModuleAmongKnownOnesIsNamed() {
    assertThatItIsRefused(
        FAILED, "q_proj|query", "--method", "lora", "--lora-targets", "query,q_proj");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "{\"epochz\": 3};                             epochz|epochs",
        "{\"lora\": {\"rang\": 3}};                   lora.rang|lora.rank",
        "{\"loss\": {\"name\": \"TRIPLET\", \"scale\": 3}}; loss.scale|loss.margin",
        "{\"schema_version\": 1, \"settings\": {\"batch\": 3}}; batch|batch_size",
        "{\"schema_version\": 99, \"settings\": {}}; 99|newer",
        "{\"epochs\": \"many\"};                      epochs",
        "{\"epochs\": 0};                             epochs|0",
        "{\"method\": \"SOME\"};                      method",
        "{\"epochs\": 3;                              config.json",
      })
  void aRunFileThatSaysWhatIsNotKnownIsRefused(String content, String words) throws IOException {
    var config = Files.writeString(folder.resolve("config.json"), content.strip());
    assertThatItIsRefused(FAILED, words, "--config", config.toString());
  }

  @Test
  void aRunFileMaySaySomeSettingsAndTheOptionsTheOthers() throws IOException {
    var config =
        Files.writeString(
            folder.resolve("config.json"),
            "{\"method\": \"LORA\", \"lora\": {\"rank\": 3}, \"metric\": null}");
    assertThatItIsRefused(
        FAILED, "q_proj", "--config", config.toString(), "--lora-targets", "q_proj");
  }

  @Test
  void aModelThatIsNoneOrHasLayersBehindItsPoolingIsRefused() {
    assertThat(train(folder.resolve("nothing").toString()).err()).contains("nothing");
    var eye = new FloatTensor(new long[] {16, 16}, new float[256]);
    var head = Head.apart(List.of(new Dense(eye, null, Activation.IDENTITY)), List.of(), true);
    var adapted = folder.resolve("adapted");
    ModelFolderWriter.writeWithHead(
        adapted, Fixtures.model(), Prompts.NONE, head, new ModelCard("adapted", List.of(), ""));
    var answer = train(adapted.toString());
    assertThat(answer.exit()).isEqualTo(FAILED);
    assertThat(answer.err()).contains("tuned further", "Start from");
    assertThatNothingWasMade();
  }

  @Test
  void aModelWhoseWeightsAreNoNumbersIsRefused() {
    var base = Fixtures.model();
    var weights = Safetensors.read(base.path().resolve("model.safetensors"));
    weights.get("encoder.layer.1.output.dense.weight").data()[7] = Float.NaN;
    var broken = folder.resolve("broken");
    ModelFolderWriter.write(broken, base, weights, new ModelCard("broken", List.of(), ""));
    var answer = train(broken.toString());
    assertThat(answer.exit()).isEqualTo(FAILED);
    assertThat(answer.err())
        .contains("encoder.layer.1.output.dense.weight", "NaN", "start from another");
    assertThatNothingWasMade();
  }

  @Test
  void updatesOfAnotherBaseOrCutInHalfAreNotMerged() throws IOException {
    var base = Fixtures.model();
    var start = PeftFolder.read(Fixtures.folder().resolve("lora"));
    var adapter = folder.resolve("adapter");
    PeftFolder.write(
        adapter, base, base, base.prompts(), start.config(), start.updates(), List.of());
    var weights = Safetensors.read(base.path().resolve("model.safetensors"));
    weights.get("embeddings.LayerNorm.bias").data()[0] += 1;
    var other = folder.resolve("other");
    ModelFolderWriter.write(other, base, weights, new ModelCard("other", List.of(), ""));
    var target = Files.createDirectory(folder.resolve("merged"));

    var wrong = merge(other, adapter, target);
    assertThat(wrong.exit()).isEqualTo(FAILED);
    assertThat(wrong.err()).contains("another model", other.toString());

    var file = adapter.resolve("adapter_model.safetensors");
    var bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    var cut = merge(base.path(), adapter, target);
    assertThat(cut.exit()).isEqualTo(FAILED);
    assertThat(cut.err()).contains("adapter_model.safetensors");
    assertThat(target).isEmptyDirectory();
    assertThat(ModelFolder.read(base.path()).fingerprint()).isEqualTo(base.fingerprint());
  }

  private Terminal.Answer merge(Path base, Path tuned, Path target) {
    return terminal()
        .run(
            "merge",
            "--base",
            base.toString(),
            "--tuned",
            tuned.toString(),
            "--alpha",
            "1",
            "--out",
            target.toString());
  }

  private void assertThatItIsRefused(int exit, String words, String... options) {
    var answer = train(Fixtures.model().path().toString(), options);
    assertThat(answer.exit()).as(answer.err()).isEqualTo(exit);
    assertThat(answer.err()).contains(words.strip().split("\\|"));
    assertThat(answer.out()).isEmpty();
    assertThatNothingWasMade();
  }

  private void assertThatNothingWasMade() {
    assertThat(folder.resolve("out")).doesNotExist();
    var runs = folder.resolve("runs");
    if (Files.exists(runs)) {
      assertThat(runs).isEmptyDirectory();
    }
  }

  private Terminal.Answer train(String model, String... options) {
    var words =
        new ArrayList<>(
            List.of(
                "train",
                "--model",
                model,
                "--train",
                data.toString(),
                "--validation",
                data.toString(),
                "--runs",
                folder.resolve("runs").toString(),
                "--out",
                folder.resolve("out").toString()));
    words.addAll(List.of(options));
    return terminal().run(words.toArray(String[]::new));
  }

  private Terminal terminal() {
    return new Terminal(folder.resolve("home"));
  }
}
