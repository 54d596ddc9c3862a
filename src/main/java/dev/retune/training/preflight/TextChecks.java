package dev.retune.training.preflight;

import dev.retune.dataset.TrainingData;
import dev.retune.encoder.Model;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/// All that the texts alone can tell; takes seconds with tens of thousands of them.
public final class TextChecks {
  private TextChecks() {}

  /// @param used what is put before the texts
  public static List<Finding> of(TrainingData data, Model model, Prompts used) {
    var findings = new ArrayList<Finding>(WordlessCheck.of(data));
    findings.addAll(DuplicateCheck.of(data));
    findings.addAll(PromptCheck.of(model, used, data));
    // Which words a model behind an address knows is not known here.
    if (model instanceof ModelFolder folder) {
      try (var tokenizer = Tokenizer.open(folder)) {
        findings.addAll(LanguageCheck.of(folder, tokenizer, data));
      }
    }
    return findings;
  }
}
