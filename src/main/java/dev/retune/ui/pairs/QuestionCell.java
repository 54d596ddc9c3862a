package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A question that can be reworded where it stands: Enter keeps, Esc takes back, leaving keeps.
final class QuestionCell extends TableCell<PairRow, String> {
  private final Messages messages;
  private final Function<PairRow, Set<PairFlag>> flags;
  private final FontIcon flag = Controls.icon(Feather.FLAG, "flag");
  private @Nullable TextField field;

  QuestionCell(Messages messages, Function<PairRow, Set<PairFlag>> flags) {
    this.messages = messages;
    this.flags = flags;
    getStyleClass().add("question-cell");
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (!isEditing()) {
      return;
    }
    var editor = editor();
    field = editor;
    setText(null);
    setGraphic(editor);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    editor.requestFocus();
    editor.end();
  }

  private TextField editor() {
    var editor = new TextField(getItem());
    Controls.named(editor, "question-editor", messages.get("question"));
    editor.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            commitEdit(editor.getText());
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
          }
        });
    editor
        .focusedProperty()
        .subscribe((was, is) -> {
          if (was && !is && isEditing()) {
            commitEdit(editor.getText());
          }
        });
    return editor;
  }

  @Override
  public void commitEdit(String question) {
    super.commitEdit(question.isBlank() ? getItem() : question.strip());
    leave();
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    leave();
  }

  private void leave() {
    field = null;
    show(getItem());
    var table = getTableView();
    if (table != null) {
      table.requestFocus();
    }
  }

  @Override
  protected void updateItem(String question, boolean empty) {
    super.updateItem(question, empty);
    if (empty || question == null) {
      setText(null);
      setGraphic(null);
    } else if (!isEditing() || field == null) {
      show(question);
    }
  }

  private void show(String question) {
    setText(question);
    var row = getTableRow() == null ? null : getTableRow().getItem();
    getStyleClass().remove("rejected");
    if (row == null) {
      setGraphic(null);
      return;
    }
    if (row.status() == ReviewStatus.REJECTED) {
      getStyleClass().add("rejected");
    }
    var found = flags.apply(row);
    setContentDisplay(ContentDisplay.RIGHT);
    setGraphic(found.isEmpty() ? null : flag);
    if (!found.isEmpty()) {
      Tooltip.install(
          flag,
          new Tooltip(
              found.stream()
                  .map(one -> messages.get("flag.why." + one))
                  .collect(Collectors.joining("\n"))));
    }
  }
}
