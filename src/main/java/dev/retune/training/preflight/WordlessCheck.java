package dev.retune.training.preflight;

import dev.retune.dataset.TrainingData;
import dev.retune.encoder.InputType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Texts that have nothing to learn from.
final class WordlessCheck {
  private static final int NAMED = 10;

  private WordlessCheck() {}

  static List<Finding> of(TrainingData data) {
    var findings = new ArrayList<Finding>();
    add(InputType.QUERY, data.queries(), findings);
    add(InputType.PASSAGE, data.corpus(), findings);
    return findings;
  }

  private static void add(InputType side, Map<String, String> texts, List<Finding> findings) {
    var empty = 0;
    var oneWord = 0;
    var ids = new ArrayList<String>();
    for (var text : texts.entrySet()) {
      var words = Words.count(text.getValue(), 2);
      empty += words == 0 ? 1 : 0;
      oneWord += words == 1 ? 1 : 0;
      if (words < 2 && ids.size() < NAMED) {
        ids.add(text.getKey());
      }
    }
    if (empty + oneWord > 0) {
      findings.add(new Finding.Wordless(side, empty, oneWord, ids));
    }
  }
}
