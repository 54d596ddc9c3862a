package dev.retune.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.retune.TestModels;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.task.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Our encoder against ONNX Runtime on the artifacts themselves, tokenizer included.
class OnnxParityTest {
  private static final double TOLERANCE = 1e-5;

  private static final List<String> ENGLISH =
      List.of(
          "How is the torque of the main spindle limited?",
          "A",
          "",
          "The quick brown fox jumps over the lazy dog. ".repeat(60),
          "Revenue grew by 57 % to $17.5 billion in 2021.",
          "naïve café — “quotes”, emoji 😀 and 中文 in one line",
          "tab\tand\nnewline   and   spaces",
          "UPPER CASE ABBREVIATIONS: RPM, PLC, EMC",
          "antidisestablishmentarianism",
          "Section 4.2.1: replace the O-ring (part no. 88-112) every 2,000 h.");

  private static final List<String> CHINESE =
      List.of(
          "主轴的扭矩是如何限制的？",
          "中",
          "",
          "每隔两千小时更换密封圈，并检查润滑油的油位。".repeat(40),
          "2021年收入增长57%，达到175亿美元。",
          "PLC 与 EMC 的接线见第 4.2.1 节",
          "繁體字與简体字",
          "表格：型号、额定电压（V）、功率（kW）",
          "😀 表情符号",
          "The spindle 主轴 in two languages");

  @Test
  void englishVectorsAgree() throws Exception {
    compare(TestModels.ENGLISH, ENGLISH);
  }

  /// Its vocabulary knows no capitals, so the text is lowered; the artifact's tokenizer forgot
  /// that.
  @Test
  void chineseVectorsAgree() throws Exception {
    compare(
        TestModels.CHINESE, CHINESE.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList());
  }

  private static void compare(String id, List<String> texts) throws Exception {
    var expected = onnx(id, texts);
    float[][] actual;
    try (var embedder = LocalEmbedder.open(TestModels.base(id))) {
      actual = embedder.embed(texts, InputType.PASSAGE, Progress.none());
    }
    double worst = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < expected[i].length; j++) {
        worst = Math.max(worst, Math.abs(expected[i][j] - actual[i][j]));
      }
    }
    assertThat(worst).isLessThan(TOLERANCE);
  }

  private static float[][] onnx(String id, List<String> texts) throws IOException, OrtException {
    var environment = OrtEnvironment.getEnvironment();
    var settings = new OrtSession.SessionOptions();
    // Threads that spin while they wait starve everything else on a small machine.
    settings.addConfigEntry("session.intra_op.allow_spinning", "0");
    try (var tokenizerJson = resource(id + "-tokenizer.json");
        var model = resource(id + ".onnx");
        var tokenizer =
            HuggingFaceTokenizer.newInstance(
                tokenizerJson, Map.of("maxLength", "512", "padding", "false"));
        var options = settings;
        var session = environment.createSession(model.readAllBytes(), options)) {
      var vectors = new float[texts.size()][];
      for (int i = 0; i < vectors.length; i++) {
        var encoding = tokenizer.encode(texts.get(i));
        try (var ids = OnnxTensor.createTensor(environment, new long[][] {encoding.getIds()});
            var mask =
                OnnxTensor.createTensor(environment, new long[][] {encoding.getAttentionMask()});
            var types = OnnxTensor.createTensor(environment, new long[][] {encoding.getTypeIds()});
            var result =
                session.run(
                    Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
          vectors[i] = normalized(((float[][][]) result.get(0).getValue())[0][0]);
        }
      }
      return vectors;
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(OnnxParityTest.class.getResourceAsStream("/" + name), name);
  }

  private static float[] normalized(float[] vector) {
    double square = 0;
    for (var x : vector) {
      square += (double) x * x;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(square));
    }
    return vector;
  }
}
