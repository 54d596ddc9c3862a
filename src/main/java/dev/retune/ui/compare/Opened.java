package dev.retune.ui.compare;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.model.ModelEntry;
import dev.retune.retrieval.Comparison;
import dev.retune.task.Progress;
import dev.retune.workflow.Scoring;
import dev.retune.workflow.SideBySide;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Two models and BM25, ready to answer; called off the FX thread, except for what only reads.
interface Opened extends AutoCloseable {

  /// A held-out question.
  record Question(String id, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /// Figures on all questions of one split.
  ///
  /// @param comparison of the models as they were asked: by windows where there are any
  /// @param ways to score passages, each measured; the plain model first
  record Measured(
      Split split,
      int questions,
      int passages,
      Comparison comparison,
      Map<Scoring.Kind, Comparison> ways) {}

  ModelEntry base();

  ModelEntry tuned();

  /// Held-out questions to pick from.
  List<Question> questions();

  /// The name of the document that a passage stands in.
  String document(Chunk chunk);

  /// What is put before each question, by model; empty if nothing is.
  String prompt();

  /// @throws java.util.concurrent.CancellationException if newer work came
  SideBySide ask(String question, Progress progress);

  /// All held-out questions, measured; empty if there is none.
  Optional<Measured> measure(Progress progress);

  @Override
  void close();
}
