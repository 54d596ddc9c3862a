package dev.retune.pair;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/// Which actions can be undone and redone, as the log tells: undoing moves the newest action over
/// to what can be redone, and every new action makes redoing impossible.
final class UndoStack {
  private final Deque<Entry> done = new ArrayDeque<>();
  private final Deque<Entry> undone = new ArrayDeque<>();
  private long last;

  /// A line of the log.
  ///
  /// @param target for UNDO and REDO the action concerned, else 0
  record Entry(long id, ActionKind kind, long target) {}

  /// Follows the log on; entries come in the order of their ids.
  void follow(Collection<Entry> entries) {
    for (var entry : entries) {
      switch (entry.kind()) {
        case UNDO -> move(entry.target(), done, undone);
        case REDO -> move(entry.target(), undone, done);
        default -> {
          done.push(entry);
          undone.clear();
        }
      }
      last = entry.id();
    }
  }

  private static void move(long id, Deque<Entry> from, Deque<Entry> to) {
    from.stream()
        .filter(entry -> entry.id() == id)
        .findFirst()
        .ifPresent(entry -> {
          from.remove(entry);
          to.push(entry);
        });
  }

  /// The newest entry that was followed; 0 at the beginning.
  long last() {
    return last;
  }

  /// The newest action that is not undone and not still under way.
  Optional<Entry> nextUndo(Set<Long> running) {
    return done.stream().filter(entry -> !running.contains(entry.id())).findFirst();
  }

  Optional<Entry> nextRedo() {
    return Optional.ofNullable(undone.peek());
  }
}
