package dev.retune.ui.documents;

import dev.retune.document.PageReading;
import dev.retune.document.Treatment;
import dev.retune.ui.support.Messages;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// How pages are read, to be chosen for those it is opened on.
final class PageMenu extends ContextMenu {
  private final ObservableBooleanValue busy;

  /// @param id first part of the items' ids
  /// @param busy whether nothing can be chosen now
  /// @param pages that are meant when it opens
  /// @param choose what is done with a choice; null as treatment includes what was left out
  PageMenu(
      String id,
      Messages messages,
      ObservableBooleanValue busy,
      Supplier<List<PageReading>> pages,
      BiConsumer<List<PageReading>, @Nullable Treatment> choose) {
    this.busy = busy;
    getItems().add(new MenuItem("")); // a menu without items never opens
    setOnShowing(_ -> {
      var meant = pages.get();
      getItems().clear();
      for (var treatment : List.of(Treatment.AUTOMATIC, Treatment.RECOGNISE, Treatment.OWN_TEXT)) {
        var item = new RadioMenuItem(messages.get("page.treatment." + treatment));
        item.setSelected(
            !meant.isEmpty()
                && meant.stream()
                    .allMatch(page -> !page.leftOut() && page.treatment() == treatment));
        item.setOnAction(_ -> choose.accept(meant, treatment));
        add(id + treatment, item, meant);
      }
      getItems().add(new SeparatorMenuItem());
      boolean out = !meant.isEmpty() && meant.stream().allMatch(PageReading::leftOut);
      var leave = new MenuItem(messages.get(out ? "page.include" : "page.treatment.LEAVE_OUT"));
      leave.setOnAction(_ -> choose.accept(meant, out ? null : Treatment.LEAVE_OUT));
      add(id + (out ? "INCLUDE" : Treatment.LEAVE_OUT), leave, meant);
    });
  }

  private void add(String id, MenuItem item, List<PageReading> meant) {
    item.setId(id);
    item.setMnemonicParsing(false);
    item.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> meant.isEmpty() || busy.get(), busy));
    getItems().add(item);
  }
}
