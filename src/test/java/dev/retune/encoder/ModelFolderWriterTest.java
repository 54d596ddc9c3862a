package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderWriterTest {
  private static final ModelCard CARD = new ModelCard("Tiny", List.of("bert"), "Text.");

  @TempDir Path temporary;

  @Test
  void aWrittenModelGivesTheSameVectors() {
    var like = ModelFolder.read(Fixtures.BERT);
    var target = temporary.resolve("out");
    ModelFolderWriter.write(target, like, weights(like), CARD);
    ModelFolderWriter.write(target, like, weights(like), CARD);
    var written = ModelFolder.read(target);
    assertThat(written.config()).isEqualTo(like.config());
    assertThat(written.prompts()).isEqualTo(like.prompts());
    assertThat(written.maxTokens()).isEqualTo(like.maxTokens());
    assertThat(vectors(written)).isDeepEqualTo(vectors(like));
    assertThat(temporary).isDirectoryNotContaining(path -> !path.endsWith("out"));
  }

  @Test
  void theLayoutIsTheOneEveryVersionReads() throws IOException {
    var target = temporary.resolve("out");
    var like = ModelFolder.read(Fixtures.BERT);
    ModelFolderWriter.write(target, like, weights(like), CARD);
    try (var files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly(
              "1_Pooling",
              "2_Normalize",
              "README.md",
              "config.json",
              "config_sentence_transformers.json",
              "model.safetensors",
              "modules.json",
              "sentence_bert_config.json",
              "tokenizer.json",
              "tokenizer_config.json");
    }
    assertThat(target.resolve("2_Normalize")).isEmptyDirectory();
    assertThat(Json.read(target.resolve("modules.json"), JsonNode.class))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    [{"idx":0,"name":"0","path":"",
                      "type":"sentence_transformers.models.Transformer"},
                     {"idx":1,"name":"1","path":"1_Pooling",
                      "type":"sentence_transformers.models.Pooling"},
                     {"idx":2,"name":"2","path":"2_Normalize",
                      "type":"sentence_transformers.models.Normalize"}]
                    """));
    assertThat(Json.read(target.resolve("sentence_bert_config.json"), JsonNode.class).toString())
        .isEqualTo("{\"max_seq_length\":24,\"do_lower_case\":false}");
    assertThat(target.resolve("README.md"))
        .content()
        .startsWith("---\nlibrary_name")
        .contains("# Tiny");
  }

  @Test
  void weightsTheEncoderDoesNotUseAreKept() {
    var like = ModelFolder.read(Fixtures.BERT);
    ModelFolderWriter.write(temporary.resolve("out"), like, weights(like), CARD);
    var written = SafetensorsFile.open(temporary.resolve("out/model.safetensors"));
    assertThat(written.tensors()).containsKeys("pooler.dense.weight", "pooler.dense.bias");
  }

  @Test
  void anIncompleteModelIsNotWritten() {
    var like = ModelFolder.read(Fixtures.BERT);
    assertThatThrownBy(
            () -> ModelFolderWriter.write(temporary.resolve("out"), like, Map.of(), CARD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(temporary).isEmptyDirectory();
  }

  private static Map<String, FloatTensor> weights(ModelFolder folder) {
    try (var manager = NativeLibraries.root();
        var network = EncoderNetwork.open(folder, manager, Device.cpu())) {
      return network.weights();
    }
  }

  private static float[][] vectors(ModelFolder folder) {
    try (var embedder = LocalEmbedder.open(folder)) {
      return embedder.embed(
          List.of("oil seal", "the main spindle"), InputType.QUERY, Progress.none());
    }
  }
}
