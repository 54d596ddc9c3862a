package dev.retune.pair;

import dev.retune.document.Rechunked;
import dev.retune.file.Json;
import dev.retune.pair.LogStore.Effect;
import dev.retune.project.Project;
import dev.retune.text.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Writes decisions: to the log first, then to the present state, in one transaction.
///
/// The log holds what each judgement was before and after. Undo puts back only what the action
/// changed, so that an action under way for long (a writer's run) can be undone apart from
/// decisions made meanwhile.
final class DecisionStore {
  private final Project project;
  private final UndoStack stack = new UndoStack();
  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lasting = new AtomicInteger();

  DecisionStore(Project project) {
    this.project = project;
  }

  /// Sets status, with who decided and when.
  Action decide(
      ActionKind kind, ReviewStatus status, Collection<UUID> ids, String reviewer, Instant time) {
    var effect =
        new Effect(
            "j.present = 1 AND j.status <> :status",
            Map.of("status", ":status", "reviewer", ":reviewer", "decided", ":decided"),
            Map.of("status", status.name(), "reviewer", reviewer, "decided", time.toString()));
    return change(kind, effect, ids, reviewer, time);
  }

  Action grade(double relevance, Collection<UUID> ids, String reviewer, Instant time) {
    var effect =
        new Effect(
            "j.present = 1 AND j.relevance <> :relevance",
            Map.of("relevance", ":relevance", "reviewer", ":reviewer", "decided", ":decided"),
            Map.of("relevance", relevance, "reviewer", reviewer, "decided", time.toString()));
    return change(ActionKind.RELEVANCE, effect, ids, reviewer, time);
  }

  Action remove(Collection<UUID> ids, String reviewer, Instant time) {
    var effect = new Effect("j.present = 1", Map.of("present", "0"), Map.of());
    return change(ActionKind.REMOVE, effect, ids, reviewer, time);
  }

  /// @param splits name of the new split by judgement
  Action split(Map<UUID, String> splits, String reviewer, Instant time) {
    var names = new TreeMap<String, String>();
    splits.forEach((id, split) -> names.put(id.toString(), split));
    return write(handle -> {
      // A table of its own: looking a key up in one large JSON text is slow.
      handle.execute("CREATE TEMP TABLE IF NOT EXISTS new_split (id TEXT PRIMARY KEY, split)");
      handle.execute("DELETE FROM temp.new_split");
      handle
          .createUpdate("INSERT INTO temp.new_split SELECT key, value FROM json_each(:splits)")
          .bind("splits", Json.line(names))
          .execute();
      var chosen = "(SELECT n.split FROM temp.new_split n WHERE n.id = j.id)";
      var effect =
          new Effect(
              "j.present = 1 AND j.split IS NOT " + chosen, Map.of("split", chosen), Map.of());
      return change(handle, ActionKind.SPLIT, effect, splits.keySet(), reviewer, time);
    });
  }

  private Action change(
      ActionKind kind, Effect effect, Collection<UUID> ids, String reviewer, Instant time) {
    return write(handle -> change(handle, kind, effect, ids, reviewer, time));
  }

  private static Action change(
      Handle handle,
      ActionKind kind,
      Effect effect,
      Collection<UUID> ids,
      String reviewer,
      Instant time) {
    var touched =
        handle
            .createQuery(
                "SELECT j.id FROM judgement j WHERE "
                    + effect.where()
                    + " AND j.id IN (SELECT value FROM json_each(:ids)) ORDER BY j.seq")
            .bindMap(effect.values())
            .bind("ids", LogStore.array(ids))
            .mapTo(String.class)
            .map(UUID::fromString)
            .list();
    if (touched.isEmpty()) {
      return new Action(0, kind, reviewer, time, null, List.of());
    }
    var action = LogStore.open(handle, kind, reviewer, time, null);
    LogStore.change(handle, action, effect, touched);
    return new Action(action, kind, reviewer, time, null, touched);
  }

  /// Rewords the query of a judgement.
  Action reword(UUID judgement, String text, String reviewer, Instant time) {
    return write(handle -> {
      var former =
          handle
              .createQuery(
                  "SELECT q.id, q.text FROM query q JOIN judgement j ON j.query_id = q.id"
                      + " WHERE j.id = :id AND q.text <> :text")
              .bind("id", judgement.toString())
              .bind("text", text)
              .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
              .findFirst();
      if (former.isEmpty()) {
        return new Action(0, ActionKind.EDIT, reviewer, time, null, List.of());
      }
      var action = LogStore.open(handle, ActionKind.EDIT, reviewer, time, null);
      handle
          .createUpdate("INSERT INTO rewording VALUES (:action, :query, :before, :after)")
          .bind("action", action)
          .bind("query", former.get().getKey())
          .bind("before", former.get().getValue())
          .bind("after", text)
          .execute();
      handle
          .createUpdate("UPDATE query SET text = :text WHERE id = :query")
          .bind("text", text)
          .bind("query", former.get().getKey())
          .execute();
      var touched = LogStore.touched(handle, action);
      return new Action(action, ActionKind.EDIT, reviewer, time, null, touched);
    });
  }

  /// Stores pairs as one action of its own.
  Action add(ActionKind kind, List<NewPair> pairs, Origin origin, String reviewer, Instant time) {
    return write(handle -> {
      var insert = new PairInsertStore(handle, kind, origin, reviewer, time);
      var added = insert.add(pairs, 0);
      return new Action(insert.action(), kind, reviewer, time, null, added);
    });
  }

  /// Starts an action that lasts: it counts as begun now, and cannot be undone before it has ended.
  Lasting begin(ActionKind kind, Origin origin, String reviewer) {
    return new Lasting(kind, origin, reviewer);
  }

  /// An action under way; its head is written with its first pair. Not thread-safe.
  final class Lasting {
    private final ActionKind kind;
    private final Origin origin;
    private final String reviewer;
    private long action;

    private Lasting(ActionKind kind, Origin origin, String reviewer) {
      this.kind = kind;
      this.origin = origin;
      this.reviewer = reviewer;
      lasting.incrementAndGet();
    }

    /// Stores pairs; returns those that were not there before.
    List<UUID> add(List<NewPair> pairs, Instant time) {
      return write(handle -> {
        var insert = new PairInsertStore(handle, kind, origin, reviewer, time);
        var added = insert.add(pairs, action);
        if (action == 0 && insert.action() != 0) {
          action = insert.action();
          running.add(action);
        }
        return added;
      });
    }

    void end() {
      running.remove(action);
      lasting.decrementAndGet();
    }
  }

  /// Stores documents cut anew and moves their pairs, as one action.
  ///
  /// @param whole whether imports are to follow the same options from now on
  /// @throws dev.retune.text.ProblemException if an action that lasts is under way
  RechunkSummary rechunk(Rechunked rechunked, boolean whole, String reviewer, Instant time) {
    return write(handle -> {
      if (lasting.get() > 0) {
        throw Problem.of(DecisionStore.class, "rechunk.writing").exception();
      }
      return new RechunkStore(handle, reviewer, time).store(rechunked, whole);
    });
  }

  /// What could become of the pairs of an earlier version of a document.
  VersionPairs versions(UUID earlier, UUID later) {
    return project
        .reading()
        .withHandle(handle -> {
          var plan = new VersionStore(handle).plan(earlier, later);
          return new VersionPairs(plan.places().size(), plan.staying());
        });
  }

  /// Moves pairs of an earlier version of a document to the later one, as one action.
  Action carry(UUID earlier, UUID later, String reviewer, Instant time) {
    return write(handle -> new VersionStore(handle).carry(earlier, later, reviewer, time));
  }

  /// Undoes one action, if it is the one that undo would concern.
  Optional<Action> undo(long action, String reviewer, Instant time) {
    return write(handle ->
        next(handle, ActionKind.UNDO).filter(entry -> entry.id() == action).isPresent()
            ? move(ActionKind.UNDO, reviewer, time)
            : Optional.empty());
  }

  /// Undoes the newest action that can be undone, or redoes the one undone last.
  ///
  /// @param kind UNDO or REDO
  Optional<Action> move(ActionKind kind, String reviewer, Instant time) {
    return write(handle -> {
      var next = next(handle, kind);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      var target = next.get().id();
      LogStore.restore(handle, target, kind == ActionKind.UNDO ? "before" : "after");
      var action = LogStore.open(handle, kind, reviewer, time, target);
      var touched = LogStore.touched(handle, target);
      return Optional.of(new Action(action, kind, reviewer, time, target, touched));
    });
  }

  /// What undo or redo would concern.
  Optional<ActionKind> next(ActionKind undoOrRedo) {
    return project
        .reading()
        .withHandle(handle -> next(handle, undoOrRedo).map(UndoStack.Entry::kind));
  }

  private Optional<UndoStack.Entry> next(Handle handle, ActionKind undoOrRedo) {
    synchronized (stack) {
      stack.follow(LogStore.entries(handle, stack.last()));
      return undoOrRedo == ActionKind.UNDO ? stack.nextUndo(running) : stack.nextRedo();
    }
  }

  private <T> T write(Function<Handle, T> work) {
    return project.jdbi().inTransaction(work::apply);
  }
}
