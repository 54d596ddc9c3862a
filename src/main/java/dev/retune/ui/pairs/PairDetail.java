package dev.retune.ui.pairs;

import dev.retune.pair.HistoryEntry;
import dev.retune.pair.PairRow;
import dev.retune.ui.support.LatestTask;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The pair in focus with what stands around its passage and what happened to it. Newest focus
/// wins.
final class PairDetail {

  /// What is read besides the row.
  record More(PassageSource.Neighbours neighbours, List<HistoryEntry> history) {
    static final More NOTHING =
        new More(new PassageSource.Neighbours(Optional.empty(), Optional.empty()), List.of());
  }

  private final PairsServices services;
  private final PairsModel model;
  private final LatestTask reading;
  private final ReadOnlyObjectWrapper<Optional<PairRow>> row =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<More> more = new ReadOnlyObjectWrapper<>(More.NOTHING);

  PairDetail(Ui ui, PairsServices services, PairsModel model) {
    this.services = services;
    this.model = model;
    this.reading = ui.tasks().latest();
    model.current.subscribe((_, _) -> refresh());
    model.revision().subscribe((_, _) -> refresh());
    // A decision shows ahead of its storing; what it leaves in the history is there only after it.
    model.storings().subscribe((_, _) -> row.get().ifPresent(this::read));
  }

  ReadOnlyObjectProperty<Optional<PairRow>> row() {
    return row.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<More> more() {
    return more.getReadOnlyProperty();
  }

  private void refresh() {
    var next = model.current.get().flatMap(model.rows::find);
    if (next.equals(row.get())) {
      return;
    }
    var other = !next.map(PairRow::id).equals(row.get().map(PairRow::id));
    row.set(next);
    if (other) {
      more.set(More.NOTHING);
    }
    next.ifPresent(this::read);
  }

  private void read(PairRow shown) {
    reading.run(
        _ ->
            new More(
                services.passages().around(shown.chunkId()),
                services.decisions().history(shown.id())),
        outcome -> {
          if (outcome instanceof Outcome.Done<More>(var found)) {
            more.set(found);
          }
        });
  }
}
