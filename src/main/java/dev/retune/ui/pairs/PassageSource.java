package dev.retune.ui.pairs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads passages; called off the FX thread.
public interface PassageSource {

  /// A passage as it is offered and shown.
  ///
  /// @param document file name
  /// @param page first page, from 1; 0 where there are no pages
  record Passage(UUID id, String document, int page, List<String> headingPath, String text) {
    public Passage {
      headingPath = List.copyOf(headingPath);
    }
  }

  /// The passages right before and after one.
  record Neighbours(Optional<Passage> before, Optional<Passage> after) {}

  /// What stands around the passage in its document.
  Neighbours around(UUID chunkId);

  /// Passages that contain all of `words`, in reading order; at most `limit`.
  List<Passage> find(String words, int limit);

  /// How many passages the project has.
  int count();
}
