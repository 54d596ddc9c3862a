package dev.retune.ui.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Remembers widths and order of a table's columns as `id:width,id:width`.
final class ColumnMemory {
  private ColumnMemory() {}

  static <R> void addRemembered(
      UiMemory memory, TableView<R> table, List<? extends TableColumn<R, ?>> columns) {
    var key = "columns." + table.getId();
    var widths = parse(memory.get(key).orElse(""));
    var ordered = new ArrayList<TableColumn<R, ?>>(columns);
    if (widths.keySet().containsAll(columns.stream().map(TableColumn::getId).toList())) {
      var order = List.copyOf(widths.keySet());
      ordered.sort((a, b) -> order.indexOf(a.getId()) - order.indexOf(b.getId()));
    }
    for (var column : ordered) {
      var width = widths.get(column.getId());
      if (width != null && column.isResizable()) {
        column.setPrefWidth(width);
      }
    }
    table.getColumns().setAll(ordered);
    Runnable save = () -> memory.put(key, format(table));
    for (var column : ordered) {
      column.widthProperty().subscribe((_, _) -> save.run());
    }
    table.getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) _ -> save.run());
  }

  private static <R> String format(TableView<R> table) {
    return table.getColumns().stream()
        .map(column -> column.getId() + ":" + Math.round(column.getWidth()))
        .collect(Collectors.joining(","));
  }

  private static Map<String, Double> parse(String text) {
    var widths = new LinkedHashMap<String, Double>();
    for (var part : text.split(",")) {
      int colon = part.indexOf(':');
      if (colon > 0) {
        try {
          widths.put(part.substring(0, colon), Double.valueOf(part.substring(colon + 1)));
        } catch (NumberFormatException _) {
          // A width that cannot be read is as good as none: the default stands.
        }
      }
    }
    return widths;
  }
}
