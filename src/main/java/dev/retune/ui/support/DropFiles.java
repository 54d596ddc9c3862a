package dev.retune.ui.support;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Files dropped anywhere on `target`; a veil says what will happen while they hover.
public final class DropFiles {
  private DropFiles() {}

  /// @param words what the veil says, such as "Drop to import"
  public static void install(StackPane target, String words, Consumer<List<Path>> drop) {
    var text = Controls.label(words, "section-title");
    text.setGraphic(Controls.icon(Feather.DOWNLOAD));
    var veil = new StackPane(text);
    veil.setId("drop-veil");
    veil.getStyleClass().add("drop-veil");
    veil.setMouseTransparent(true);
    target.setOnDragEntered(event -> {
      if (event.getDragboard().hasFiles() && !target.getChildren().contains(veil)) {
        target.getChildren().add(veil);
      }
    });
    target.setOnDragExited(_ -> target.getChildren().remove(veil));
    target.setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    target.setOnDragDropped(event -> {
      target.getChildren().remove(veil);
      var files = event.getDragboard().getFiles();
      event.setDropCompleted(!files.isEmpty());
      event.consume();
      drop.accept(files.stream().map(File::toPath).toList());
    });
  }
}
