package dev.retune.benchmark;

import dev.retune.TestModels;
import dev.retune.encoder.BertLike;
import dev.retune.encoder.EncoderConfig;
import dev.retune.file.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A plain Hugging Face folder with the shape of bge-large and random weights, written number by
/// number: all of them would not fit into the tests' heap beside a run.
final class LargeModel {
  private static final EncoderConfig SHAPE =
      new EncoderConfig(BertLike.BERT, 24, 16, 1024, 4096, 30522, 512, 2, 0, 1e-12, .1, .1);

  private LargeModel() {}

  /// @return `folder`
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    var small = TestModels.base(TestModels.ENGLISH).path();
    for (var file : List.of("tokenizer.json", "tokenizer_config.json")) {
      Files.copy(small.resolve(file), folder.resolve(file));
    }
    var config = new LinkedHashMap<String, Object>();
    config.put("model_type", "bert");
    config.put("architectures", List.of("BertModel"));
    config.put("hidden_act", "gelu");
    config.put("num_hidden_layers", SHAPE.layers());
    config.put("num_attention_heads", SHAPE.heads());
    config.put("hidden_size", SHAPE.hidden());
    config.put("intermediate_size", SHAPE.intermediate());
    config.put("vocab_size", SHAPE.vocabulary());
    config.put("max_position_embeddings", SHAPE.maxPositions());
    config.put("type_vocab_size", SHAPE.typeVocabulary());
    config.put("pad_token_id", SHAPE.padToken());
    Json.write(folder.resolve("config.json"), config);
    try (var out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve("model.safetensors")))) {
      weights(out);
    }
    return folder;
  }

  private static void weights(OutputStream out) throws IOException {
    var names = SHAPE.family().weights(SHAPE);
    var header = new LinkedHashMap<String, Object>();
    long end = 0;
    for (var name : names.entrySet()) {
      var begin = end;
      end += 4 * Arrays.stream(name.getValue()).reduce(1, (a, b) -> a * b);
      header.put(
          name.getKey(),
          Map.of("dtype", "F32", "shape", name.getValue(), "data_offsets", List.of(begin, end)));
    }
    var json = Json.line(header).getBytes(StandardCharsets.UTF_8);
    out.write(little(8).putLong(json.length).array());
    out.write(json);
    var random = new SplittableRandom(1);
    for (var name : names.entrySet()) {
      numbers(out, name.getKey(), name.getValue(), random);
    }
  }

  /// As BERT begins: matrices around 0 with a deviation of .02, norms 1, biases 0.
  private static void numbers(OutputStream out, String name, long[] shape, SplittableRandom random)
      throws IOException {
    var rows = shape.length == 1 ? 1 : shape[0];
    var width = Math.toIntExact(shape[shape.length - 1]);
    var bound = .02 * Math.sqrt(3);
    for (long row = 0; row < rows; row++) {
      var numbers = little(4 * width);
      for (int i = 0; i < width; i++) {
        numbers.putFloat(
            shape.length == 2
                ? (float) ((2 * random.nextDouble() - 1) * bound)
                : name.endsWith("LayerNorm.weight") ? 1 : 0);
      }
      out.write(numbers.array());
    }
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
