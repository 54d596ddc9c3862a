package dev.retune.ui.documents;

import dev.retune.document.ocr.LanguageNames;
import dev.retune.document.ocr.OcrLanguage;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Chooses the languages of text recognition: automatic, one or several; data that is missing is
/// fetched, or added as a file.
final class LanguageMenu extends MenuButton {
  /// Come first, in this order.
  private static final List<String> USUAL = List.of("eng", "chi_sim", "chi_tra");

  private static final double WIDTH = 260;

  private final Ui ui;
  private final Messages messages;
  private final ReadingModel model;
  private final LanguageController controller;
  private final InvalidationListener fresh = _ -> fill();

  LanguageMenu(Ui ui, ReadingModel model, LanguageController controller) {
    this.ui = ui;
    this.messages = ui.messages(LanguageMenu.class);
    this.model = model;
    this.controller = controller;
    setId("reading-languages");
    getStyleClass().add("filter-menu");
    setMnemonicParsing(false);
    setMaxWidth(WIDTH);
    getItems().add(new MenuItem("")); // a menu without items never opens
    // The model outlives the dialog.
    var weak = new WeakInvalidationListener(fresh);
    for (var shown :
        List.of(
            model.languages, model.mixedLanguages, model.fetching, model.known, model.automatic)) {
      shown.addListener(weak);
    }
    fill();
  }

  private String name(String language) {
    return LanguageNames.of(language, ui.locale());
  }

  private String names(List<String> languages) {
    return languages.stream().map(this::name).collect(Collectors.joining(" + "));
  }

  private void fill() {
    var automatic = messages.get("reading.automatic", names(model.automatic));
    boolean mixed = model.mixedLanguages.get();
    setText(
        mixed
            ? messages.get("reading.mixed")
            : model.languages.isEmpty() ? automatic : names(model.languages));
    setAccessibleText(messages.get("reading.languages") + ": " + getText());
    var none = new CheckMenuItem(automatic);
    none.setId("reading-language-automatic");
    none.setMnemonicParsing(false);
    none.setSelected(model.languages.isEmpty() && !mixed);
    none.setOnAction(_ -> {
      model.mixedLanguages.set(false);
      model.languages.clear();
      fill();
    });
    getItems().setAll(none, new SeparatorMenuItem());
    var order =
        Comparator.<OcrLanguage>comparingInt(language ->
                USUAL.contains(language.name()) ? USUAL.indexOf(language.name()) : USUAL.size())
            .thenComparing(language -> !language.installed())
            .thenComparing(language -> name(language.name()));
    model.known.stream().sorted(order).map(this::item).forEach(getItems()::add);
    var add = new MenuItem(messages.get("reading.add"));
    add.setId("reading-language-add");
    add.setMnemonicParsing(false);
    add.setOnAction(_ -> controller.addFile());
    getItems().addAll(new SeparatorMenuItem(), add);
  }

  private MenuItem item(OcrLanguage language) {
    var item =
        new CheckMenuItem(
            language.installed()
                ? name(language.name())
                : messages.get(
                    "reading.fetch", name(language.name()), ui.formats().bytes(language.bytes())));
    item.setId("reading-language-" + language.name());
    item.setMnemonicParsing(false);
    item.setSelected(model.languages.contains(language.name()));
    item.setDisable(model.fetching.contains(language.name()));
    item.setOnAction(_ -> chosen(language));
    return item;
  }

  private void chosen(OcrLanguage language) {
    var name = language.name();
    if (model.languages.contains(name)) {
      model.languages.remove(name);
    } else if (language.installed()) {
      controller.choose(name);
    } else {
      fill();
      controller.fetch(name, () -> controller.choose(name));
    }
  }
}
