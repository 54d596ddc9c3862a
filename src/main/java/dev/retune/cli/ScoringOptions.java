package dev.retune.cli;

import dev.retune.model.ModelEntry;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.text.Problem;
import dev.retune.workflow.Scoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// What stands beside the plain model.
final class ScoringOptions {
  private static final String ON_VALIDATION = "validation";

  @CommandLine.Mixin WindowsOption windows = new WindowsOption();

  @Option(names = "--hybrid", negatable = true)
  @Nullable Boolean hybrid;

  @Option(names = "--hybrid-weight", paramLabel = "<weight|validation>")
  @Nullable String weight;

  /// What these options ask for, and where they are not given, what the model was trained for; a
  /// weight asks for hybrid scores too.
  ///
  /// @throws dev.retune.text.ProblemException if windows or weight are of no known form
  Scoring scoring(ModelEntry model) {
    var own = Scoring.of(model.folder());
    var before = own.hybrid();
    Scoring.Hybrid chosen = null;
    if (joined(before != null)) {
      chosen = weight == null && before != null ? before : new Scoring.Hybrid(weight());
    }
    return new Scoring(windows.windows(own.windows()), chosen);
  }

  /// What these options ask of a training; what is not given stays as in `start`.
  ///
  /// @throws dev.retune.text.ProblemException if windows or weight are of no known form, or the
  ///   weight is to be chosen
  RetrievalSettings training(RetrievalSettings start) {
    var before = start.hybridWeight();
    Double chosen = null;
    if (joined(before != null)) {
      chosen = weight == null && before != null ? before : weight();
      if (chosen == null) {
        throw Problem.of(ScoringOptions.class, "hybrid.weight.train").exception();
      }
    }
    return new RetrievalSettings(windows.windows(start.windows()), chosen);
  }

  private boolean joined(boolean otherwise) {
    return hybrid == null ? weight != null || otherwise : hybrid;
  }

  private @Nullable Double weight() {
    if (weight == null) {
      return HybridSearcher.EQUAL;
    }
    if (weight.equals(ON_VALIDATION)) {
      return null;
    }
    try {
      return HybridSearcher.checked(Double.parseDouble(weight));
    } catch (NumberFormatException _) {
      throw Problem.of(ScoringOptions.class, "hybrid.weight", weight).exception();
    }
  }
}
