package dev.retune.ui.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableView;

/// A table's sort policy that sorts a copy off the FX thread and then applies it at once.
final class BackgroundSort {
  private BackgroundSort() {}

  static <R> void install(FxTasks tasks, TableView<R> table, Comparator<? super R> unsorted) {
    var newest = tasks.latest();
    table.setSortPolicy(shown -> {
      Comparator<? super R> order =
          shown.getComparator() == null ? unsorted : shown.getComparator();
      List<R> rows = new ArrayList<>(shown.getItems());
      newest.<List<R>>run(
          _ -> {
            rows.sort(order);
            return rows;
          },
          outcome -> {
            if (outcome instanceof Outcome.Done<List<R>>(var sorted)) {
              apply(shown, sorted);
            }
          });
      return true;
    });
  }

  private static <R> void apply(TableView<R> table, List<R> sorted) {
    var items = table.getItems();
    if (items.size() != sorted.size() || items.equals(sorted)) {
      return; // rows came or went meanwhile: whoever changed them sorts again
    }
    var selected = List.copyOf(table.getSelectionModel().getSelectedItems());
    items.setAll(sorted);
    table.getSelectionModel().clearSelection();
    for (var row : selected) {
      table.getSelectionModel().select(row);
    }
  }
}
