package dev.retune.ui.compare;

import dev.retune.model.ModelEntry;
import dev.retune.task.Progress;
import java.util.List;

/// What can be compared; called off the FX thread.
interface Comparing {

  /// Models to choose from.
  ///
  /// @param bases untuned models, the project's own first
  /// @param tuned tuned models, the latest first
  /// @param stamp changes whenever passages or judged pairs do, so that a comparison is out of date
  record Models(List<ModelEntry> bases, List<ModelEntry> tuned, String stamp) {
    public Models {
      bases = List.copyOf(bases);
      tuned = List.copyOf(tuned);
    }
  }

  Models models();

  /// Makes two models and BM25 ready to answer.
  Opened open(ModelEntry base, ModelEntry tuned, Progress progress);
}
