package dev.retune.workflow;

import dev.retune.encoder.Windows;
import dev.retune.retrieval.RetrievalFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands beside the plain model when passages are scored.
///
/// @param windows null to look at whole passages only
/// @param hybrid null to leave BM25 apart
public record Scoring(@Nullable Windows windows, @Nullable Hybrid hybrid) {
  /// The plain model alone.
  public static final Scoring PLAIN = new Scoring(null, null);

  /// BM25 joined with the model, by windows where these are asked for.
  ///
  /// @param weight of BM25, 0 to 1; null to choose it on validation questions
  public record Hybrid(@Nullable Double weight) {}

  /// What a model folder asks for, as its training left it; the plain model if it says nothing.
  ///
  /// @throws dev.retune.text.ProblemException if the folder's settings are damaged
  public static Scoring of(Path modelFolder) {
    var settings = RetrievalFile.read(modelFolder);
    var weight = settings.hybridWeight();
    return new Scoring(settings.windows(), weight == null ? null : new Hybrid(weight));
  }

  /// A way to score passages.
  public enum Kind {
    /// By one vector a passage, cut where the model stops reading.
    PLAIN,
    /// By the best window.
    WINDOWS,
    /// By model and BM25.
    HYBRID
  }

  /// Whether the weight of BM25 is to be chosen on validation questions.
  public boolean choosesWeight() {
    return hybrid != null && hybrid.weight() == null;
  }

  /// All that was asked for, the plain model first.
  public List<Kind> kinds() {
    var kinds = new ArrayList<Kind>();
    kinds.add(Kind.PLAIN);
    if (windows != null) {
      kinds.add(Kind.WINDOWS);
    }
    if (hybrid != null) {
      kinds.add(Kind.HYBRID);
    }
    return List.copyOf(kinds);
  }

  /// What is meant by the model: windows where these are asked for, else whole passages.
  public Kind model() {
    return windows == null ? Kind.PLAIN : Kind.WINDOWS;
  }
}
