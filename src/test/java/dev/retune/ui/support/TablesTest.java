package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class TablesTest {
  private record Row(int number, String name) {}

  @Test
  void sortsInBackgroundInNaturalOrderAndKeepsTheSelection() throws Exception {
    var ui = TestUi.of(Locale.ENGLISH);
    var table = shown(ui);
    fx(() -> {
      table.getSelectionModel().select(3);
      table.getSortOrder().add(table.getColumns().getFirst());
      return true;
    });
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> fx(() -> table.getItems().getFirst().number() == 0));
    assertThat(fx(() -> table.getItems().stream().map(Row::name).limit(4).toList()))
        .containsExactly("row 0", "row 1", "row 2", "row 3");
    assertThat(fx(() -> table.getSelectionModel().getSelectedItem().number())).isEqualTo(196);
    fx(() -> {
      table.getSortOrder().clear();
      table.sort();
      return true;
    });
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> fx(() -> table.getItems().getFirst().number() == 199));
    ui.tasks().close();
  }

  @Test
  void widthsAndOrderOfColumnsAreRemembered() throws Exception {
    var ui = TestUi.of(Locale.ENGLISH);
    var table = shown(ui);
    fx(() -> {
      table.getColumns().get(1).setPrefWidth(234);
      List<TableColumn<Row, ?>> turned =
          List.of(table.getColumns().get(1), table.getColumns().get(0));
      table.getColumns().setAll(turned);
      return true;
    });
    WaitForAsyncUtils.waitForFxEvents();
    var again = shown(ui);
    assertThat(fx(() -> again.getColumns().stream().map(TableColumn::getId).toList()))
        .containsExactly("number", "name");
    assertThat(fx(() -> again.getColumns().getFirst().getPrefWidth())).isEqualTo(234);
    ui.tasks().close();
  }

  private static TableView<Row> shown(Ui ui) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    return fx(() -> {
      TableView<Row> table = Tables.create(ui, "rows", "Rows");
      table.setItems(
          FXCollections.observableArrayList(
              IntStream.range(0, 200)
                  .map(i -> 199 - i)
                  .mapToObj(i -> new Row(i, "row " + i))
                  .toList()));
      Tables.addColumns(
          ui,
          table,
          List.of(
              Tables.text(ui, "name", "Name", 120, Row::name),
              Tables.number("number", "Number", 80, Row::number, String::valueOf)));
      Tables.sortInBackground(ui, table, Comparator.comparingInt(Row::number).reversed());
      stage.setScene(new Scene(table, 500, 400));
      stage.show();
      return table;
    });
  }

  private static <T> T fx(java.util.concurrent.Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }
}
