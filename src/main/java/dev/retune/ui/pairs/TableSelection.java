package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keeps the table's selection and the model's in step. What moves is the person or the model,
/// never the table by itself when rows come, go or change places.
final class TableSelection {
  private static final int MANY = 1_000;

  private final TableView<PairRow> table;
  private final PairsModel model;
  private boolean following;
  private int lastIndex;

  TableSelection(TableView<PairRow> table, PairsModel model) {
    this.table = table;
    this.model = model;
  }

  void bind() {
    var selection = table.getSelectionModel();
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    selection.getSelectedItems().addListener((ListChangeListener<PairRow>) _ -> chosen());
    selection.selectedItemProperty().subscribe(this::chosen);
    model.current.subscribe(_ -> follow());
    model
        .changing()
        .subscribe(changing -> {
          if (changing) {
            letGo();
          }
        });
    model.revision().subscribe(_ -> restore());
  }

  /// Selects all rows from the first to the last, once: the table forgets many rows in seconds
  /// where they were selected in order, and in minutes where not. A key that is held repeats.
  private void pressed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.getCode() != KeyCode.A
        || !event.isShortcutDown()) {
      return;
    }
    event.consume();
    if (model.selected.size() < model.shown.size()) {
      var selection = table.getSelectionModel();
      var focus = Math.max(0, selection.getSelectedIndex());
      following = true;
      try {
        selection.clearSelection();
        selection.selectRange(0, model.shown.size());
        selection.select(focus);
      } finally {
        following = false;
      }
      chosen();
    }
  }

  /// Rows are about to change. With many of them selected the table takes minutes to work out what
  /// is selected then, but seconds to forget it; [#restore()] selects them again.
  private void letGo() {
    var selection = table.getSelectionModel();
    if (selection.getSelectedIndices().size() > MANY) {
      following = true;
      try {
        selection.clearSelection();
      } finally {
        following = false;
      }
    }
  }

  /// The person chose other rows.
  private void chosen() {
    if (following || model.changing().get()) {
      return;
    }
    following = true;
    try {
      var selection = table.getSelectionModel();
      var item = selection.getSelectedItem();
      lastIndex = Math.max(0, selection.getSelectedIndex());
      model.selected.setAll(ids(List.copyOf(selection.getSelectedIndices())));
      model.current.set(Optional.ofNullable(item).map(PairRow::id));
    } finally {
      following = false;
    }
  }

  private List<UUID> ids(List<Integer> indices) {
    return indices.stream()
        .filter(index -> index >= 0 && index < model.shown.size())
        .sorted()
        .map(index -> model.shown.get(index).id())
        .toList();
  }

  /// The model moved on: one row is selected and in sight.
  private void follow() {
    if (following || model.changing().get()) {
      return;
    }
    var index = model.current.get().map(model::shownIndex).orElse(-1);
    if (index >= 0) {
      select(index);
    }
  }

  /// Rows changed: what was selected still is; where it is no longer shown, what took its place.
  private void restore() {
    if (model.shown.isEmpty()) {
      return;
    }
    var indices =
        model.selected.stream().mapToInt(model::shownIndex).filter(i -> i >= 0).sorted().toArray();
    var focus = model.current.get().map(model::shownIndex).orElse(-1);
    if (indices.length > 1 && focus >= 0) {
      if (isSelected(indices)) {
        return;
      }
      following = true;
      try {
        var selection = table.getSelectionModel();
        selection.clearSelection();
        selection.selectIndices(indices[0], indices);
        selection.select(focus);
      } finally {
        following = false;
      }
    } else if (focus >= 0) {
      select(focus);
    } else {
      var index = Math.clamp(lastIndex, 0, model.shown.size() - 1);
      select(index);
      model.current.set(Optional.of(model.shown.get(index).id()));
    }
  }

  /// Whether just these rows are selected: selecting many again takes the table long.
  private boolean isSelected(int[] indices) {
    var now = table.getSelectionModel().getSelectedIndices();
    return now.size() == indices.length
        && Arrays.equals(now.stream().mapToInt(Integer::intValue).toArray(), indices);
  }

  private void select(int index) {
    following = true;
    try {
      lastIndex = index;
      var selection = table.getSelectionModel();
      if (selection.getSelectedIndices().size() != 1 || selection.getSelectedIndex() != index) {
        selection.clearAndSelect(index);
      }
      model.selected.setAll(List.of(model.shown.get(index).id()));
      table.getFocusModel().focus(index);
      show(index);
    } finally {
      following = false;
    }
  }

  /// Scrolls only where the row is out of sight, so that the eye keeps its place.
  private void show(int index) {
    var flow =
        table.getSkin() instanceof TableViewSkin<?> skin
            ? skin.getChildren().stream()
                .filter(VirtualFlow.class::isInstance)
                .<VirtualFlow<?>>map(child -> (VirtualFlow<?>) child)
                .findFirst()
            : Optional.<VirtualFlow<?>>empty();
    var first =
        flow.<IndexedCell<?>>map(cells -> cells.getFirstVisibleCell()).filter(Objects::nonNull);
    var last =
        flow.<IndexedCell<?>>map(cells -> cells.getLastVisibleCell()).filter(Objects::nonNull);
    if (first.isEmpty()
        || last.isEmpty()
        || index <= first.get().getIndex()
        || index >= last.get().getIndex()) {
      table.scrollTo(Math.max(0, index - 2));
    }
  }
}
