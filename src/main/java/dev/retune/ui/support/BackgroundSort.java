package dev.retune.ui.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;

/// Sorts a table's rows on a copy, off the FX thread, and applies the order at once; sorts anew
/// when rows come, go or are replaced.
final class BackgroundSort<R> {
  private final TableView<R> table;
  private final Comparator<? super R> unsorted;
  private final LatestTask newest;
  private boolean applying;

  private BackgroundSort(FxTasks tasks, TableView<R> table, Comparator<? super R> unsorted) {
    this.table = table;
    this.unsorted = unsorted;
    this.newest = tasks.latest();
  }

  static <R> void install(FxTasks tasks, TableView<R> table, Comparator<? super R> unsorted) {
    var sort = new BackgroundSort<>(tasks, table, unsorted);
    table.setSortPolicy(_ -> {
      sort.run();
      return true;
    });
    table.getItems().addListener((ListChangeListener<R>) _ -> sort.changed());
  }

  private void run() {
    Comparator<? super R> order = table.getComparator() == null ? unsorted : table.getComparator();
    List<R> rows = new ArrayList<>(table.getItems());
    newest.<List<R>>run(
        _ -> {
          rows.sort(order);
          return rows;
        },
        outcome -> {
          if (outcome instanceof Outcome.Done<List<R>>(var sorted)) {
            apply(sorted);
          }
        });
  }

  /// An order of rows as they were is worth nothing any more.
  private void changed() {
    if (applying) {
      return;
    }
    newest.cancel();
    if (!table.getSortOrder().isEmpty()) {
      run();
    }
  }

  private void apply(List<R> sorted) {
    if (table.getItems().equals(sorted)) {
      return;
    }
    var selected = List.copyOf(table.getSelectionModel().getSelectedItems());
    applying = true;
    try {
      table.getItems().setAll(sorted);
    } finally {
      applying = false;
    }
    table.getSelectionModel().clearSelection();
    for (var row : selected) {
      table.getSelectionModel().select(row);
    }
  }
}
