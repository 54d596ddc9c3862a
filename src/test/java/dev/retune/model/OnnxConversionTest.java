package dev.retune.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.retune.encoder.BertLike;
import dev.retune.encoder.EncoderConfig;
import dev.retune.encoder.Fixtures;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Pooling;
import dev.retune.encoder.Prompts;
import dev.retune.file.Home;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxConversionTest {
  @TempDir Path temporary;

  @Test
  void anEmbeddingJarBecomesAModelFolder() throws Exception {
    var jar = jarOf("/bge-small-en.onnx");
    var catalogue = new ModelCatalogue(new Home(temporary));
    var prompts = new Prompts("ask: ", "");
    var entry = catalogue.importOnnx(jar, Pooling.CLS, prompts, "bge-small-en", Progress.none());
    var folder = ModelFolder.read(entry.folder());
    assertThat(folder.config())
        .isEqualTo(
            new EncoderConfig(BertLike.BERT, 12, 12, 384, 1536, 30522, 512, 2, 0, 1e-12, .1, .1));
    assertThat(folder.pooling()).isEqualTo(Pooling.CLS);
    assertThat(folder.normalize()).isTrue();
    assertThat(folder.maxTokens()).isEqualTo(512);
    assertThat(folder.prompts()).isEqualTo(prompts);
    assertThat(entry.folder().resolve("vocab.txt")).content().startsWith("[PAD]\n[unused0]\n");
  }

  /// Half precision in the folder, float32 in its export: the vectors are those of the folder.
  @Test
  void aRobertaExportGivesTheVectorsOfItsFolder() {
    var catalogue = new ModelCatalogue(new Home(temporary));
    var onnx = Fixtures.ROBERTA.resolve("model.onnx");
    var entry = catalogue.importOnnx(onnx, Pooling.MEAN, Prompts.NONE, "r", Progress.none());
    var folder = ModelFolder.read(entry.folder());
    assertThat(folder.config()).isEqualTo(ModelFolder.read(Fixtures.ROBERTA).config());
    assertThat(folder.maxTokens()).isEqualTo(20);
    var texts = List.of("the oil seal", "main spindle, then the oil!");
    try (var converted = LocalEmbedder.open(folder);
        var original = LocalEmbedder.open(ModelFolder.read(Fixtures.ROBERTA))) {
      var actual = converted.embed(texts, InputType.PASSAGE, Progress.none());
      var expected = original.embed(texts, InputType.PASSAGE, Progress.none());
      for (int i = 0; i < texts.size(); i++) {
        var length = length(expected[i]);
        for (int j = 0; j < expected[i].length; j++) {
          // Conversion adds the normalisation that the plain folder lacks.
          assertThat((double) actual[i][j]).isCloseTo(expected[i][j] / length, within(1e-6));
        }
      }
    }
  }

  private static double length(float[] vector) {
    double square = 0;
    for (var x : vector) {
      square += (double) x * x;
    }
    return Math.sqrt(square);
  }

  @Test
  void jarsWithoutAModelAreRefused() throws IOException {
    refused("model.no_onnx", jar("readme.txt"));
    refused("model.no_tokenizer", jar("a.onnx"));
    refused("model.damaged", jar("a.onnx", "a-tokenizer.json"));
    refused("model.read", Files.writeString(temporary.resolve("b.jar"), "no zip"));
    refused("model.missing", temporary.resolve("nowhere/c.onnx"));
    refused("model.no_onnx", Files.writeString(temporary.resolve("photo.png"), "no model"));
  }

  @Test
  void weightsThatDoNotFitTheirShapeAreRefused() throws IOException {
    var onnx = Files.readAllBytes(Fixtures.ROBERTA.resolve("model.onnx"));
    // The word embeddings as a TensorProto: dimensions 19 and 12 (field 1), float (field 2).
    int rows = indexOf(onnx, new byte[] {0x08, 19, 0x08, 12, 0x10, 1});
    onnx[rows + 1] = 18;
    Files.copy(Fixtures.ROBERTA.resolve("tokenizer.json"), temporary.resolve("tokenizer.json"));
    refused("model.damaged", Files.write(temporary.resolve("short.onnx"), onnx));
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }

  private static Path jarOf(String resource) throws Exception {
    var url = OnnxConversionTest.class.getResource(resource);
    assertThat(url).isNotNull();
    var spec = url.toString();
    return Path.of(URI.create(spec.substring("jar:".length(), spec.indexOf('!'))));
  }

  private Path jar(String... entries) throws IOException {
    var file = temporary.resolve(entries.length + entries[0] + ".jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("something else".getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private void refused(String code, Path file) {
    var catalogue = new ModelCatalogue(new Home(temporary));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () -> catalogue.importOnnx(file, Pooling.CLS, Prompts.NONE, "x", Progress.none()))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
