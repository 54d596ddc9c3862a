package dev.retune.ui.pairs;

import dev.retune.pair.ActionKind;
import dev.retune.pair.PairCounts;
import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// What the pairs screen shows; changed on the FX thread only.
final class PairsModel {

  /// What is open above the table.
  enum Panel {
    NONE,
    WRITE,
    ADD,
    SPLIT
  }

  final PairRows rows = new PairRows();
  final FilteredList<PairRow> shown = new FilteredList<>(rows.list());
  final ObjectProperty<PairFilter> filter = new SimpleObjectProperty<>(PairFilter.NONE);

  /// The row in focus; decisions go on from it.
  final ObjectProperty<Optional<UUID>> current = new SimpleObjectProperty<>(Optional.empty());

  /// The rows a decision works on, in the order shown.
  final ObservableList<UUID> selected = FXCollections.observableArrayList();

  final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.NONE);
  final ObjectProperty<Optional<ActionKind>> undo = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<ActionKind>> redo = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
  final IntegerProperty passages = new SimpleIntegerProperty(-1);

  private final ReadOnlyObjectWrapper<PairsState> state =
      new ReadOnlyObjectWrapper<>(PairsState.LOADING);
  private final ReadOnlyObjectWrapper<PairCounts> counts =
      new ReadOnlyObjectWrapper<>(new PairCounts(0, 0, 0));
  private Map<UUID, Set<PairFlag>> flags = Map.of();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper storings = new ReadOnlyIntegerWrapper();
  private boolean loaded;
  private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();

  PairsModel() {
    filter.subscribe((_, _) -> refilter());
    failure.subscribe((_, _) -> restate());
    passages.subscribe((_, _) -> restate());
    undo.subscribe((_, _) -> restate());
  }

  ReadOnlyObjectProperty<PairsState> state() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<PairCounts> counts() {
    return counts.getReadOnlyProperty();
  }

  /// Rises after the rows shown have changed.
  ReadOnlyIntegerProperty revision() {
    return revision.getReadOnlyProperty();
  }

  /// Rises after something was stored, whether or not the rows show it: the log has grown.
  ReadOnlyIntegerProperty storings() {
    return storings.getReadOnlyProperty();
  }

  void stored() {
    storings.set(storings.get() + 1);
  }

  /// Whether the rows shown are changing right now, so that selections mean nothing.
  ReadOnlyBooleanProperty changing() {
    return changing.getReadOnlyProperty();
  }

  Set<PairFlag> flags(PairRow row) {
    return flags.getOrDefault(row.id(), Set.of());
  }

  /// How many pairs have `flag`.
  long flagged(PairFlag flag) {
    return flags.values().stream().filter(found -> found.contains(flag)).count();
  }

  /// Shows what was read.
  void load(List<PairRow> read, Map<UUID, Set<PairFlag>> found) {
    loaded = true;
    flags = found;
    failure.set(Optional.empty());
    change(() -> {
      rows.load(read);
      shown.setPredicate(predicate());
    });
  }

  /// Takes over rows read again; touched rows that are not among them are gone.
  void refresh(Iterable<UUID> touched, List<PairRow> fresh) {
    change(() -> rows.refresh(touched, fresh));
  }

  /// Replaces the flags and shows what they let through.
  void flag(Map<UUID, Set<PairFlag>> found) {
    flags = found;
    if (filter.get().flag().isPresent()) {
      refilter();
    }
  }

  /// The first row to review after `after`, in the order shown, going on from the top; empty if
  /// there is none but those in `without`.
  Optional<UUID> nextToReview(Optional<UUID> after, Set<UUID> without) {
    var from = after.map(this::shownIndex).orElse(-1);
    for (var i = 1; i <= shown.size(); i++) {
      var row = shown.get(Math.floorMod(from + i, shown.size()));
      if (row.status() == ReviewStatus.TO_REVIEW && !without.contains(row.id())) {
        return Optional.of(row.id());
      }
    }
    return Optional.empty();
  }

  /// Index among the shown rows, −1 if it is not shown.
  int shownIndex(UUID id) {
    var source = rows.index(id);
    return source < 0 ? -1 : shown.getViewIndex(source);
  }

  /// Shows the rows in another order.
  void reorder(List<PairRow> ordered) {
    change(() -> rows.reorder(ordered));
  }

  private void refilter() {
    change(() -> shown.setPredicate(predicate()));
  }

  private @Nullable Predicate<PairRow> predicate() {
    return filter.get().isNone() ? null : filter.get().test(flags);
  }

  private void change(Runnable how) {
    changing.set(true);
    try {
      how.run();
    } finally {
      changing.set(false);
    }
    count();
    restate();
    revision.set(revision.get() + 1);
  }

  private void count() {
    var byStatus = new int[ReviewStatus.values().length];
    for (var row : rows.list()) {
      byStatus[row.status().ordinal()]++;
    }
    counts.set(
        new PairCounts(
            byStatus[ReviewStatus.TO_REVIEW.ordinal()],
            byStatus[ReviewStatus.ACCEPTED.ordinal()],
            byStatus[ReviewStatus.REJECTED.ordinal()]));
  }

  private void restate() {
    state.set(derive());
  }

  private PairsState derive() {
    if (failure.get().isPresent()) {
      return PairsState.FAILED;
    }
    if (!loaded) {
      return PairsState.LOADING;
    }
    if (rows.list().isEmpty()) {
      return undo.get().isPresent()
          ? PairsState.CLEARED
          : passages.get() == 0 ? PairsState.NO_PASSAGES : PairsState.NO_PAIRS;
    }
    return shown.isEmpty() ? PairsState.NO_MATCH : PairsState.FULL;
  }
}
