package dev.retune.ui.documents;

import dev.retune.document.VersionChanges;
import dev.retune.ui.documents.ChangesModel.Versions;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.ArrayList;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a document says that its earlier version does not, the reverse, and what can become of the
/// earlier one's pairs.
final class ChangesPane extends VBox {

  /// A line of the list.
  ///
  /// @param isNew whether it is of the later version
  record Line(VersionChanges.Passage passage, boolean isNew) {}

  private final Messages messages;
  private final Label title = Controls.label("", "section-title");
  private final Label sentence = Controls.paragraph("", "muted");
  private final Label pairs = Controls.paragraph("");
  private final Button carry;
  private final ListView<Line> list = new ListView<>();

  ChangesPane(Ui ui, ChangesModel model, ChangesController controller) {
    super(12);
    this.messages = ui.messages(ChangesPane.class);
    setId("changes");
    getStyleClass().add("chunking");
    setMinWidth(420);
    title.setId("changes-title");
    sentence.setId("changes-sentence");
    pairs.setId("changes-pairs");
    var close =
        Controls.iconButton(
            "changes-close", Feather.X, messages.get("changes.close"), controller::close);
    close.getStyleClass().add("tiny");
    var head = new HBox(8, title, Controls.spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    Controls.named(list, "changes-list", messages.get("changes.list"));
    list.getStyleClass().add("flush-list");
    list.setCellFactory(_ -> new ChangesCell(messages));
    VBox.setVgrow(list, Priority.ALWAYS);
    carry =
        Controls.button(
            "changes-carry",
            messages.get("changes.carry", 1),
            () -> model.versionsProperty().get().ifPresent(controller::carry));
    var remove =
        Controls.button(
            "changes-remove",
            messages.get("remedy.earlier"),
            () -> model.versionsProperty().get().ifPresent(controller::removeEarlier));
    getChildren().addAll(head, sentence, list, pairs, new HBox(8, carry, remove));
    model.versionsProperty().subscribe(this::show);
  }

  ListView<?> list() {
    return list;
  }

  private void show(Optional<Versions> shown) {
    if (shown.isEmpty()) {
      list.getItems().clear();
      return;
    }
    var versions = shown.get();
    var changes = versions.changes();
    title.setText(messages.get("changes.title", versions.later().name()));
    sentence.setText(
        messages.get(
            "changes.sentence", changes.added().size(), changes.gone().size(), changes.same()));
    var lines = new ArrayList<Line>();
    changes.added().forEach(passage -> lines.add(new Line(passage, true)));
    changes.gone().forEach(passage -> lines.add(new Line(passage, false)));
    if (!list.getItems().equals(lines)) {
      list.getItems().setAll(lines);
    }
    var of = versions.pairs();
    pairs.setText(messages.get("changes.pairs", of.movable(), of.staying()));
    carry.setText(messages.get("changes.carry", of.movable()));
    carry.setAccessibleText(carry.getText());
    carry.setVisible(of.movable() > 0);
    carry.setManaged(carry.isVisible());
  }
}
