package dev.retune.model;

import dev.retune.encoder.Head;
import dev.retune.encoder.ModelParts;
import dev.retune.encoder.Pooling;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Similarity;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;

/// Turns an ONNX encoder into the parts of a model folder.
final class OnnxConversion {
  private OnnxConversion() {}

  /// @throws dev.retune.text.ProblemException if it is damaged or no float encoder of a known
  ///   family
  static ModelParts convert(OnnxSource source, Pooling pooling, Prompts prompts) {
    var graph = parse(source);
    if (graph.has("MatMulInteger") || graph.has("DynamicQuantizeLinear")) {
      throw Problem.of(OnnxConversion.class, "quantised", source.origin()).exception();
    }
    try {
      var tokenizer = new TokenizerFiles(source.tokenizerBytes());
      var weights = OnnxWeights.of(graph);
      var config =
          OnnxConfig.of(graph, weights, tokenizer.padToken())
              .orElseThrow(
                  () -> Problem.of(OnnxConversion.class, "family", source.origin()).exception());
      var roberta = config.path("model_type").asText().equals("xlm-roberta");
      var positions = config.path("max_position_embeddings").asInt();
      var maxTokens = roberta ? positions - tokenizer.padToken() - 1 : positions;
      return new ModelParts(
          config,
          tokenizer.files(maxTokens),
          weights,
          pooling,
          true,
          Head.NONE,
          prompts,
          maxTokens,
          tokenizer.lowerCase(),
          Similarity.COSINE);
    } catch (IOException e) {
      throw Problem.of(OnnxConversion.class, "bad_tokenizer", source.origin()).exception(e);
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      // A tensor whose numbers are missing, or do not fit its shape or its place.
      throw Problem.of(OnnxConversion.class, "damaged", source.origin()).exception(e);
    }
  }

  private static OnnxGraph parse(OnnxSource source) {
    try {
      return OnnxParser.parse(source.model());
    } catch (OnnxParser.ExternalDataException e) {
      throw Problem.of(OnnxConversion.class, "external", source.origin()).exception(e);
    } catch (IOException | RuntimeException e) {
      throw Problem.of(OnnxConversion.class, "damaged", source.origin()).exception(e);
    }
  }
}
