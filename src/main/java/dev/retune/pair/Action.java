package dev.retune.pair;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing somebody did, however many pairs it touched: the unit of undo.
///
/// @param id grows with time
/// @param target for UNDO and REDO the action undone or redone, else null
/// @param pairs the pairs it touched, to be read again by whoever shows them
public record Action(
    long id,
    ActionKind kind,
    String reviewer,
    Instant time,
    @Nullable Long target,
    List<UUID> pairs) {

  public Action {
    pairs = List.copyOf(pairs);
  }
}
