package dev.retune.training.preflight;

import dev.retune.dataset.TrainingData;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/// All that the texts alone can tell; takes seconds with tens of thousands of them.
public final class TextChecks {
  private TextChecks() {}

  /// @param used what is put before the texts
  /// @param tokens the model's tokenizer
  public static List<Finding> of(
      TrainingData data, ModelFolder model, Prompts used, TokenCounter tokens) {
    var findings = new ArrayList<Finding>(WordlessCheck.of(data));
    findings.addAll(DuplicateCheck.of(data));
    findings.addAll(PromptCheck.of(model, used, data));
    findings.addAll(LanguageCheck.of(model, tokens, data));
    return findings;
  }
}
