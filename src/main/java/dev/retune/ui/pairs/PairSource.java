package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Reads pairs; called off the FX thread.
public interface PairSource {

  /// All pairs, by document and place in it.
  List<PairRow> all();

  /// Those of the given pairs that are there.
  List<PairRow> some(Collection<UUID> ids);
}
