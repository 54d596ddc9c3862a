package dev.retune.pair;

import dev.retune.pair.NewPair.Grade;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Brings a data set in as pairs whose passages have no document behind them.
public final class PairImport {
  private final PairStore store;
  private final String reviewer;
  private final Clock clock;

  public PairImport(PairStore store, String reviewer, Clock clock) {
    this.store = store;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /// Reads a LlamaIndex JSON file or a BEIR folder; the pairs are accepted, as their makers judged
  /// them.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be read; nothing is stored then
  public Action importFrom(Path fileOrFolder, Progress progress) {
    throw new UnsupportedOperationException(
        "" + store + reviewer + clock + fileOrFolder + progress);
  }

  /// Adds questions that a person wrote and judged before; each keeps its split. What is there
  /// already stays as it is. One step of undo.
  public Action addReviewed(List<ReviewedPair> reviewed, Progress progress) {
    progress.begin(Text.of(PairImport.class, "importing"), reviewed.size());
    progress.checkCancelled();
    var pairs = new ArrayList<NewPair>();
    for (var pair : reviewed) {
      var grades =
          pair.chunkIds().stream().map(chunk -> new Grade(chunk, pair.relevance())).toList();
      pairs.add(
          new NewPair(
              pair.question().strip(), grades, ReviewStatus.ACCEPTED, pair.split(), pair.answer()));
    }
    var action =
        store.decisions().add(ActionKind.IMPORT, pairs, Origin.PERSON, reviewer, clock.instant());
    progress.advance(reviewed.size());
    return action;
  }
}
