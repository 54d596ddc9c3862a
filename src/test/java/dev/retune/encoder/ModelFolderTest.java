package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {
  @TempDir Path temporary;

  @Test
  void theNewerLayoutIsRead() {
    var folder = ModelFolder.read(Fixtures.BERT);
    assertThat(folder.config().family()).isEqualTo(BertLike.BERT);
    assertThat(folder.pooling()).isEqualTo(Pooling.CLS);
    assertThat(folder.normalize()).isTrue();
    assertThat(folder.prompts()).isEqualTo(new Prompts("check the ", ""));
    assertThat(folder.maxTokens()).isEqualTo(24);
    assertThat(folder.similarity()).isEqualTo(Similarity.COSINE);
  }

  @Test
  void aPlainFolderGetsMeanPoolingUnlessTold() {
    var folder = ModelFolder.read(Fixtures.ROBERTA);
    assertThat(folder.pooling()).isEqualTo(Pooling.MEAN);
    assertThat(folder.normalize()).isFalse();
    assertThat(folder.prompts()).isEqualTo(Prompts.NONE);
    assertThat(folder.maxTokens()).isEqualTo(20);
    assertThat(ModelFolder.read(Fixtures.ROBERTA, Pooling.LAST).pooling()).isEqualTo(Pooling.LAST);
  }

  @Test
  void theFingerprintFollowsWhatChangesVectors() throws IOException {
    var same = Fixtures.copy(Fixtures.BERT, temporary.resolve("same"));
    var original = ModelFolder.read(Fixtures.BERT).fingerprint();
    assertThat(ModelFolder.read(same).fingerprint()).isEqualTo(original);
    replace(same, "config_sentence_transformers.json", "check the ", "check a ");
    assertThat(ModelFolder.read(same).fingerprint()).isNotEqualTo(original);
  }

  @Test
  void theOlderLayoutIsRead() throws IOException {
    var folder = Fixtures.copy(Fixtures.BERT, temporary.resolve("old"));
    Files.writeString(
        folder.resolve("sentence_bert_config.json"),
        "{\"max_seq_length\":16,\"do_lower_case\":true}");
    Files.writeString(
        folder.resolve("1_Pooling/config.json"),
        """
        {"word_embedding_dimension":12,"pooling_mode_cls_token":false,
         "pooling_mode_mean_tokens":true,"pooling_mode_max_tokens":false}
        """);
    var read = ModelFolder.read(folder);
    assertThat(read.maxTokens()).isEqualTo(16);
    assertThat(read.pooling()).isEqualTo(Pooling.MEAN);
    assertThat(read.lowerCase()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"query\":\"q: \",\"passage\":\"p: \"}, \"x\":1 | ~q: ~ | ~p: ~",
        "{\"query\":\"q: \",\"document\":\"\",\"corpus\":\"c \"}, \"x\":1 | ~q: ~ | ~c ~",
        "{\"s\":\"s \"}, \"default_prompt_name\":\"s\" | ~s ~ | ~s ~",
        "{\"s\":\"s \",\"document\":\"\"}, \"default_prompt_name\":\"s\" | ~s ~ | ~~",
        "{}, \"default_prompt_name\":null | ~~ | ~~",
      })
  void promptsAreFoundUnderAllTheirNames(String json, String query, String passage)
      throws IOException {
    var folder = Fixtures.copy(Fixtures.BERT, temporary.resolve("prompts"));
    Files.writeString(
        folder.resolve("config_sentence_transformers.json"), "{\"prompts\":" + json + "}");
    assertThat(ModelFolder.read(folder).prompts()).isEqualTo(new Prompts(query, passage));
  }

  @Test
  void missingPartsAreNamed() throws IOException {
    refused("encoder.no_folder", temporary.resolve("nothing"));
    refused("encoder.no_config", without("config.json"));
    refused("encoder.no_tokenizer", without("tokenizer.json"));
    refused("encoder.no_weights", without("model.safetensors"));
    var pickled = without("model.safetensors");
    Files.write(pickled.resolve("pytorch_model.bin"), new byte[] {1});
    refused("encoder.pickle", pickled);
    var sharded = Fixtures.copy(Fixtures.ROBERTA, temporary.resolve("sharded"));
    Files.delete(sharded.resolve("model-00002-of-00002.safetensors"));
    refused("encoder.no_shard", sharded);
  }

  @Test
  void weightsOfAnotherShapeAreNamed() throws IOException {
    refused(
        "encoder.wrong_shape",
        with("config.json", "\"intermediate_size\": 20", "\"intermediate_size\": 21"));
    refused(
        "encoder.missing_weight",
        with("config.json", "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3"));
    refused(
        "encoder.config_number", with("config.json", "\"hidden_size\": 12", "\"hidden_size\": 13"));
    refused(
        "encoder.config_number",
        with("config.json", "\"vocab_size\": 19", "\"vocab_size\": \"x\""));
  }

  @Test
  void whatCannotBeRunIsNamed() throws IOException {
    refused("encoder.family", with("config.json", "\"bert\"", "\"t5\""));
    refused("encoder.config_value", with("config.json", "\"gelu\"", "\"relu\""));
    refused("encoder.module", with("modules.json", "normalize.Normalize", "bow.BoW"));
    refused("encoder.read", with("modules.json", "normalize.Normalize", "dense.Dense"));
    refused("encoder.pooling", with("1_Pooling/config.json", "\"cls\"", "\"max\""));
    refused("encoder.pooling", with("1_Pooling/config.json", "\"cls\"", "[\"cls\", \"mean\"]"));
    refused("encoder.similarity", with("config_sentence_transformers.json", "cosine", "manhattan"));
    refused("file.json", with("config.json", "{", "{{"));
  }

  @Test
  void truncatedWeightsAreNamed() throws IOException {
    var folder = Fixtures.copy(Fixtures.BERT, temporary.resolve("cut"));
    var file = folder.resolve("model.safetensors");
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
    refused("encoder.safetensors", folder);
  }

  @Test
  void aDamagedTokenizerIsNamed() throws IOException {
    var folder = ModelFolder.read(with("tokenizer.json", "WordPiece", "WordJigsaw"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> LocalEmbedder.open(folder))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo("encoder.tokenizer"));
  }

  private static void refused(String code, Path folder) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ModelFolder.read(folder))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code))
        .withMessageContaining(folder.getFileName().toString());
  }

  private Path without(String file) throws IOException {
    var folder =
        Fixtures.copy(Fixtures.BERT, Files.createTempDirectory(temporary, "x").resolve("m"));
    Files.delete(folder.resolve(file));
    return folder;
  }

  private Path with(String file, String from, String to) throws IOException {
    var folder =
        Fixtures.copy(Fixtures.BERT, Files.createTempDirectory(temporary, "x").resolve("m"));
    replace(folder, file, from, to);
    return folder;
  }

  private static void replace(Path folder, String file, String from, String to) throws IOException {
    var text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
