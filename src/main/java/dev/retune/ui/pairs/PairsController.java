package dev.retune.ui.pairs;

import dev.retune.pair.Action;
import dev.retune.pair.ActionKind;
import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.QueuedTasks;
import dev.retune.ui.support.Ui;
import dev.retune.ui.support.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Lets a person decide about pairs. A decision shows at once and is stored behind it, one after
/// the other; deciding moves on, moving never decides.
final class PairsController {
  private final Ui ui;
  private final PairsServices services;
  private final PairsModel model;
  private final ReviewPace pace = new ReviewPace();
  private final QueuedTasks queue;
  private final LatestTask sorting;
  private final LatestTask flagging;
  private final Map<UUID, Optional<PairRow>> stored = new HashMap<>();
  private Optional<Comparator<PairRow>> sorted = Optional.empty();

  PairsController(Ui ui, PairsServices services, PairsModel model) {
    this.ui = ui;
    this.services = services;
    this.model = model;
    this.queue = new QueuedTasks(ui.tasks());
    this.sorting = ui.tasks().latest();
    this.flagging = ui.tasks().latest();
  }

  private record Read(
      List<PairRow> rows,
      Map<UUID, Set<PairFlag>> flags,
      int passages,
      Optional<ActionKind> undo,
      Optional<ActionKind> redo) {}

  /// Reads all pairs.
  void load() {
    queue.run(
        _ -> {
          var rows = services.pairs().all();
          return new Read(
              rows,
              PairFlags.of(rows),
              services.passages().count(),
              services.decisions().nextUndo(),
              services.decisions().nextRedo());
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Read>(var read) -> show(read);
            case Outcome.Failed<Read>(var error) -> model.failure.set(Optional.of(error));
            case Outcome.Cancelled<Read>() -> {}
          }
        });
  }

  private void show(Read read) {
    model.passages.set(read.passages());
    model.undo.set(read.undo());
    model.redo.set(read.redo());
    var first = model.current.get().isEmpty();
    stored.clear(); // what was read is newer
    if (model.state().get() == PairsState.FULL && model.rows.holds(read.rows())) {
      model.flag(read.flags()); // mostly nothing happened while another step was in front
      return;
    }
    model.load(read.rows(), read.flags());
    if (sorted.isPresent()) {
      sort(sorted);
    }
    if (first && !model.shown.isEmpty()) {
      model.current.set(
          model.nextToReview(Optional.empty(), Set.of()).or(() -> Optional.of(firstShown())));
    }
  }

  private UUID firstShown() {
    return model.shown.getFirst().id();
  }

  /// Accepts, rejects or reopens the selected pairs and goes on to the next one to review.
  void decide(ReviewStatus status) {
    var ids = selection();
    if (ids.isEmpty()) {
      return;
    }
    var next =
        status == ReviewStatus.TO_REVIEW
            ? Optional.<UUID>empty()
            : model.nextToReview(Optional.of(List.copyOf(ids).getLast()), ids);
    pace.decided(ui.clock().instant());
    // Moving on first: a table lets go of a selection of many rows slowly, so it does it only once.
    next.ifPresent(id -> model.current.set(Optional.of(id)));
    ahead(ids, row -> PairChange.withStatus(row, status));
    var decisions = services.decisions();
    store(
        _ ->
            switch (status) {
              case ACCEPTED -> decisions.accept(ids);
              case REJECTED -> decisions.reject(ids);
              case TO_REVIEW -> decisions.reopen(ids);
            },
        ids);
    if (ids.size() > 1) {
      say("decided." + status, ids.size());
    }
  }

  /// Grades the selected pairs and stays where it is.
  void grade(int relevance) {
    var ids = selection();
    if (!ids.isEmpty()) {
      ahead(ids, row -> PairChange.withRelevance(row, relevance));
      store(_ -> services.decisions().setRelevance(ids, relevance), ids);
    }
  }

  /// Rewords a question, for all pairs of it. A blank one changes nothing.
  void edit(UUID id, String question) {
    var row = model.rows.find(id);
    var text = question.strip();
    if (row.isEmpty() || text.isEmpty() || text.equals(row.get().question())) {
      return;
    }
    var query = row.get().queryId();
    var ids = new LinkedHashSet<UUID>();
    model.rows.list().stream().filter(r -> r.queryId().equals(query)).forEach(r -> ids.add(r.id()));
    ahead(ids, other -> PairChange.withQuestion(other, text));
    store(_ -> services.decisions().edit(id, text), ids);
  }

  /// Takes the selected pairs out of the table.
  void remove() {
    var ids = selection();
    if (!ids.isEmpty()) {
      model.refresh(ids, List.of());
      store(_ -> services.decisions().remove(ids), ids);
      say("removed", ids.size());
    }
  }

  /// Goes to where the passage in focus stands in its document.
  void toPassage() {
    model
        .current
        .get()
        .flatMap(model.rows::find)
        .ifPresent(row -> services.toPassage().show(row.documentId(), row.chunkId()));
  }

  void undo() {
    step(_ -> services.decisions().undo());
  }

  void redo() {
    step(_ -> services.decisions().redo());
  }

  private void step(Work<Optional<Action>> work) {
    queue.run(
        progress -> work.run(progress).map(action -> reread(Set.copyOf(action.pairs()))),
        outcome -> {
          if (outcome instanceof Outcome.Done<Optional<Stored>>(var done) && done.isPresent()) {
            settle(done.get());
            done.get().rows().stream()
                .findFirst()
                .filter(row -> model.shownIndex(row.id()) >= 0)
                .ifPresent(row -> model.current.set(Optional.of(row.id())));
          } else if (outcome instanceof Outcome.Failed<Optional<Stored>>(var error)) {
            failed(error, Set.of());
          }
        });
  }

  /// Does `work` after all decisions before it and shows the pairs it touched.
  void store(Work<Action> work, Set<UUID> shownAhead) {
    queue.run(
        progress -> {
          var touched = new LinkedHashSet<>(shownAhead);
          touched.addAll(work.run(progress).pairs());
          return reread(touched);
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Stored>(var done) -> settle(done);
            case Outcome.Failed<Stored>(var error) -> failed(error, shownAhead);
            case Outcome.Cancelled<Stored>() -> arrived(List.copyOf(shownAhead));
          }
        });
  }

  /// Shows pairs that somebody else wrote.
  void arrived(List<UUID> ids) {
    queue.run(
        _ -> reread(new LinkedHashSet<>(ids)),
        outcome -> {
          if (outcome instanceof Outcome.Done<Stored>(var done)) {
            settle(done);
          }
        });
  }

  private record Stored(
      Set<UUID> touched,
      List<PairRow> rows,
      Optional<ActionKind> undo,
      Optional<ActionKind> redo) {}

  private Stored reread(Set<UUID> touched) {
    return new Stored(
        touched,
        services.pairs().some(touched),
        services.decisions().nextUndo(),
        services.decisions().nextRedo());
  }

  /// Takes over what was stored once no later decision is on its way, so that none flickers back.
  private void settle(Stored done) {
    done.touched().forEach(id -> stored.put(id, Optional.empty()));
    done.rows().forEach(row -> stored.put(row.id(), Optional.of(row)));
    model.undo.set(done.undo());
    model.redo.set(done.redo());
    if (queue.idle()) {
      var fresh = stored.values().stream().flatMap(Optional::stream).toList();
      var back = fresh.stream().map(PairRow::id).anyMatch(model.rows::cameBack);
      model.refresh(List.copyOf(stored.keySet()), fresh);
      stored.clear();
      if (back) {
        sort(sorted);
      }
      reflag();
    }
    model.stored();
    ui.saved().now();
  }

  private void failed(Failure error, Set<UUID> shownAhead) {
    var messages = ui.messages(PairsController.class);
    ui.notices().say(messages.get("not.stored", error.problem().cause().in(ui.locale())));
    arrived(List.copyOf(shownAhead));
  }

  private void ahead(Set<UUID> ids, UnaryOperator<PairRow> change) {
    var rows = ids.stream().map(model.rows::find).flatMap(Optional::stream).map(change).toList();
    model.refresh(List.of(), rows);
  }

  private void reflag() {
    var rows = List.copyOf(model.rows.list());
    flagging.run(
        _ -> PairFlags.of(rows),
        outcome -> {
          if (outcome instanceof Outcome.Done<Map<UUID, Set<PairFlag>>>(var flags)) {
            model.flag(flags);
          }
        });
  }

  /// Sorts off the FX thread: a text column of 100,000 rows takes a second.
  void sort(Optional<Comparator<PairRow>> order) {
    sorted = order;
    var comparator = order.orElseGet(model.rows::naturalOrder);
    var rows = new ArrayList<>(model.rows.list());
    sorting.run(
        _ -> {
          rows.sort(comparator);
          return rows;
        },
        outcome -> {
          if (outcome instanceof Outcome.Done<ArrayList<PairRow>>(var sorted)) {
            model.reorder(sorted);
          }
        });
  }

  /// Shows what is to be reviewed, from the first on.
  void review() {
    model.panel.set(PairsModel.Panel.NONE);
    model.filter.set(PairFilter.NONE.withStatus(Optional.of(ReviewStatus.TO_REVIEW)));
    model.current.set(model.nextToReview(Optional.empty(), Set.of()));
  }

  /// How long the rest will take.
  Duration timeLeft() {
    return pace.forPairs(model.counts().get().toReview());
  }

  private Set<UUID> selection() {
    var ids = new LinkedHashSet<>(model.selected);
    if (ids.isEmpty()) {
      model.current.get().ifPresent(ids::add);
    }
    var there = new HashSet<UUID>();
    ids.stream().filter(id -> model.rows.index(id) >= 0).forEach(there::add);
    ids.retainAll(there);
    return ids;
  }

  private void say(String key, int pairs) {
    var messages = ui.messages(PairsController.class);
    ui.notices().say(messages.get(key, pairs), messages.get("undo"), this::undo);
  }
}
