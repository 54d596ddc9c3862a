package dev.retune.ui.pairs;

import dev.retune.pair.Action;
import dev.retune.pair.ActionKind;
import dev.retune.pair.HistoryEntry;
import dev.retune.pair.Review;
import dev.retune.pair.SplitOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a person decides about pairs; each call is one step of undo and is called off the FX
/// thread.
public interface Decisions {
  Action accept(Collection<UUID> pairs);

  Action reject(Collection<UUID> pairs);

  Action reopen(Collection<UUID> pairs);

  Action setRelevance(Collection<UUID> pairs, double relevance);

  Action edit(UUID pair, String question);

  Action add(String question, UUID chunkId);

  Action remove(Collection<UUID> pairs);

  Action split(SplitOptions options);

  Optional<Action> undo();

  Optional<Action> redo();

  Optional<ActionKind> nextUndo();

  Optional<ActionKind> nextRedo();

  List<HistoryEntry> history(UUID pair);

  /// The decisions of `review`.
  static Decisions of(Review review) {
    return new ReviewDecisions(review);
  }
}
