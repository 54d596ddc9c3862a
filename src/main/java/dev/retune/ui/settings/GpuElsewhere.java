package dev.retune.ui.settings;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where CUDA support comes from if not from PyPI; folded, since hardly anybody needs it.
final class GpuElsewhere extends VBox {
  private static final String PYPI = "https://pypi.org/simple/";

  GpuElsewhere(Ui ui, Messages messages, GpuModel model) {
    super(12);
    var title = messages.get("gpu.elsewhere");
    var fold = new ToggleButton(title, Controls.icon(Feather.CHEVRON_RIGHT));
    Controls.named(fold, "gpu-elsewhere", title);
    fold.getStyleClass().addAll("flat", "fold");
    var index = Controls.named(new TextField(), "gpu-index", messages.get("gpu.index"));
    index.setPromptText(PYPI);
    index.textProperty().bindBidirectional(model.indexProperty());
    var folder =
        Controls.button(
            "gpu-folder",
            messages.get("gpu.folder.choose"),
            () -> ui.files().folder(messages.get("gpu.folder.title")).ifPresent(model::take));
    var content =
        new VBox(
            12,
            SettingsRow.of(messages.get("gpu.index"), messages.get("gpu.index.sentence"), index),
            SettingsRow.of(
                messages.get("gpu.folder"), messages.get("gpu.folder.sentence"), folder));
    getChildren().addAll(fold, content);
    content.visibleProperty().bind(fold.selectedProperty());
    content.managedProperty().bind(fold.selectedProperty());
    // An address that is in use is in sight.
    fold.setSelected(!index.getText().isEmpty());
    fold.selectedProperty()
        .subscribe(open ->
            fold.setGraphic(Controls.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT)));
  }
}
