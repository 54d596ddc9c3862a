package dev.retune.pair;

import java.util.List;
import java.util.UUID;

/// Hears about pairs as they are stored; called from working threads, one at a time.
public interface WritingListener {

  /// These pairs are stored; read them with [PairStore#rows(java.util.Collection)].
  void written(List<UUID> pairs);

  /// This passage failed; the run goes on.
  void failed(FailedChunk chunk);

  /// Hears nothing.
  static WritingListener none() {
    return new WritingListener() {
      @Override
      public void written(List<UUID> pairs) {}

      @Override
      public void failed(FailedChunk chunk) {}
    };
  }
}
