package dev.retune.ui.support;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Tables in the house style: 32-pixel rows, columns remembered, sorting off the FX thread.
public final class Tables {
  public static final double ROW_HEIGHT = 32;

  private Tables() {}

  /// An empty table.
  ///
  /// @param id kebab-case; widths and order of its columns are remembered under it
  /// @param name its name for screen readers
  public static <R> TableView<R> create(Ui ui, String id, String name) {
    var table = new TableView<R>();
    Controls.named(table, id, name);
    table.setFixedCellSize(ROW_HEIGHT);
    table.getStyleClass().add("edge-to-edge");
    return table;
  }

  /// A column of texts in natural order.
  public static <R> TableColumn<R, String> text(
      Ui ui, String id, String title, double width, Function<R, String> value) {
    var column = column(id, title, width, value, Function.<String>identity());
    column.setComparator(NaturalOrder.of(ui.locale()));
    return column;
  }

  /// A right-aligned column of numbers in tabular figures.
  public static <R, V extends Comparable<? super V>> TableColumn<R, V> number(
      String id,
      String title,
      double width,
      Function<R, V> value,
      Function<? super V, String> shown) {
    var column = column(id, title, width, value, shown);
    column.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
    column.getStyleClass().add("number");
    return column;
  }

  /// A column that shows `value` as `shown` says; the text is also its tooltip where it is clipped.
  public static <R, V> TableColumn<R, V> column(
      String id,
      String title,
      double width,
      Function<R, V> value,
      Function<? super V, String> shown) {
    var column = new TableColumn<R, V>(title);
    column.setId(id);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(_ -> new TextCell<R, V>(shown));
    return column;
  }

  /// Adds `columns`, in the order and with the widths they had when the window was last open, and
  /// remembers what the person changes.
  public static <R> void addColumns(
      Ui ui, TableView<R> table, List<? extends TableColumn<R, ?>> columns) {
    ColumnMemory.addRemembered(ui.memory(), table, columns);
  }

  /// Sorts on a background thread, because 100,000 texts take seconds; the newest order wins and
  /// the selection is kept. The table's items must be a list that can be written.
  ///
  /// @param unsorted the order when no column sorts
  public static <R> void sortInBackground(
      Ui ui, TableView<R> table, Comparator<? super R> unsorted) {
    BackgroundSort.install(ui.tasks(), table, unsorted);
  }
}
