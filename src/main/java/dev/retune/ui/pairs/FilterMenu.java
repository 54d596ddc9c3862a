package dev.retune.ui.pairs;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// One part of the filter as a menu; its button shows what is chosen.
final class FilterMenu<T> extends MenuButton {
  private final String title;
  private final String any;
  private final Supplier<? extends Map<T, String>> choices;
  private final Property<PairFilter> filter;
  private final Function<PairFilter, Optional<T>> get;
  private final BiFunction<PairFilter, Optional<T>, PairFilter> with;

  FilterMenu(
      String id,
      String title,
      String any,
      Supplier<? extends Map<T, String>> choices,
      Property<PairFilter> filter,
      Function<PairFilter, Optional<T>> get,
      BiFunction<PairFilter, Optional<T>, PairFilter> with) {
    this.title = title;
    this.any = any;
    this.choices = choices;
    this.filter = filter;
    this.get = get;
    this.with = with;
    setId(id);
    getStyleClass().add("filter-menu");
    setMnemonicParsing(false);
    setMaxWidth(200);
    getItems().add(new MenuItem(any)); // a menu without items never opens
    setOnShowing(_ -> fill());
    filter.subscribe(_ -> name());
  }

  private void name() {
    var chosen = get.apply(filter.getValue());
    var text = chosen.map(value -> choices.get().getOrDefault(value, title)).orElse(title);
    setText(text);
    setAccessibleText(chosen.isPresent() ? title + ": " + text : title);
    getStyleClass().remove("chosen");
    if (chosen.isPresent()) {
      getStyleClass().add("chosen");
    }
  }

  private void fill() {
    var chosen = get.apply(filter.getValue());
    getItems().setAll(item(any, Optional.empty(), chosen), new SeparatorMenuItem());
    choices.get().forEach((value, name) -> getItems().add(item(name, Optional.of(value), chosen)));
  }

  private RadioMenuItem item(String name, Optional<T> value, Optional<T> chosen) {
    var item = new RadioMenuItem(name);
    item.setMnemonicParsing(false);
    item.setSelected(value.equals(chosen));
    item.setOnAction(_ -> filter.setValue(with.apply(filter.getValue(), value)));
    return item;
  }
}
