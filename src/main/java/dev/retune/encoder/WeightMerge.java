package dev.retune.encoder;

import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/// Weighs a tuned model against the base it came from: `(1 − α) · base + α · tuned` for every
/// weight, which keeps some of what tuning forgot (Wortsman et al., Robust fine-tuning of zero-shot
/// models, 2022; for embedding models LM-Cocktail, Xiao et al., 2023).
public final class WeightMerge {
  private WeightMerge() {}

  /// Writes the merged model, with the tuned model's tokenizer, pooling and prompts.
  ///
  /// @param alpha share of the tuned model: 0 the base, 1 the tuned one
  /// @throws dev.retune.text.ProblemException if the two are not of one shape, or the folder cannot
  ///   be written
  public static void write(
      Path target, ModelFolder base, ModelFolder tuned, double alpha, ModelCard card) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw Problem.of(WeightMerge.class, "merge.alpha", Double.toString(alpha)).exception();
    }
    if (!base.config().equals(tuned.config()) || base.pooling() != tuned.pooling()) {
      throw Problem.of(WeightMerge.class, "merge.shapes", base.path(), tuned.path()).exception();
    }
    var merged = new LinkedHashMap<String, FloatTensor>();
    for (var name : WeightNames.of(base.config()).keySet()) {
      merged.put(name, blend(base.weights().read(name), tuned.weights().read(name), alpha));
    }
    ModelFolderWriter.write(target, tuned, merged, card);
  }

  /// Each number between the base's and the tuned one's.
  ///
  /// @param alpha share of the tuned one
  public static FloatTensor blend(FloatTensor base, FloatTensor tuned, double alpha) {
    var numbers = new float[base.data().length];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = (float) ((1 - alpha) * base.data()[i] + alpha * tuned.data()[i]);
    }
    return new FloatTensor(base.shape(), numbers);
  }
}
