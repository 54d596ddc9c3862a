package dev.retune.ui.documents;

import dev.retune.ui.support.Controls;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A sentence that says what came of something, with what can be done about it at its end.
final class ResultRow extends HBox {
  private static final double SPACING = 12;

  /// @param id of the sentence
  ResultRow(String id, String sentence, Node... after) {
    super(SPACING);
    var text = Controls.paragraph(sentence);
    text.setId(id);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().add(text);
    getChildren().addAll(after);
  }
}
