package dev.retune.retrieval;

import dev.retune.encoder.Windows;
import org.jspecify.annotations.Nullable;

/// How passages are scored: what a model is trained with, and what it is then best searched with.
///
/// @param windows a passage scores by the best of these; null to read whole passages, cut where the
///   model stops reading
/// @param hybridWeight how much BM25 counts where it is joined with the model, 0 to 1; null to
///   leave it apart
public record RetrievalSettings(@Nullable Windows windows, @Nullable Double hybridWeight) {
  /// The plain model alone.
  public static final RetrievalSettings PLAIN = new RetrievalSettings(null, null);

  /// What is recommended where many passages are longer than a model reads.
  public static final RetrievalSettings LONG_PASSAGES =
      new RetrievalSettings(Windows.RECOMMENDED, HybridSearcher.EQUAL);

  /// @throws dev.retune.text.ProblemException if the weight is not between 0 and 1
  public RetrievalSettings {
    if (hybridWeight != null) {
      HybridSearcher.checked(hybridWeight);
    }
  }
}
