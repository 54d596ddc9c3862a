package dev.retune.ui.documents;

import dev.retune.document.ChunkingOptions;
import dev.retune.pair.Action;
import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.task.Progress;
import dev.retune.workflow.ChunkingPreview;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Cutting the documents of the open project into passages. Called off the FX thread.
public interface ChunkingPort {

  /// How imports cut documents.
  ChunkingOptions options();

  /// What cutting would give; nothing is stored.
  ///
  /// @param documents empty for all
  /// @throws java.util.concurrent.CancellationException if cancelled
  ChunkingPreview preview(Collection<UUID> documents, ChunkingOptions options, Progress progress);

  /// Cuts documents anew; imports follow where all are cut.
  ///
  /// @param documents empty for all
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  RechunkSummary rechunk(Collection<UUID> documents, ChunkingOptions options, Progress progress);

  /// Takes back what [#rechunk] did.
  ///
  /// @throws dev.retune.text.ProblemException if something was decided about pairs since
  void undo(Action action);

  /// Pairs that cutting anew could not keep.
  List<LostPair> lost();
}
