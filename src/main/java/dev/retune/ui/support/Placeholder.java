package dev.retune.ui.support;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What stands in a screen without content: what this is, one button, one link.
public final class Placeholder extends VBox {
  private final HBox actions = new HBox();
  private final Label heading;

  /// @param id kebab-case, such as `documents-empty`
  public Placeholder(String id, Ikon icon, String title, String sentence) {
    setId(id);
    getStyleClass().add("placeholder");
    setAlignment(Pos.CENTER);
    actions.getStyleClass().add("placeholder-actions");
    actions.setAlignment(Pos.CENTER);
    heading = Controls.label(title, "placeholder-title");
    heading.setWrapText(true);
    var text = Controls.paragraph(sentence, "placeholder-text");
    text.setMaxWidth(460);
    getChildren().addAll(Controls.icon(icon, "placeholder-icon"), heading);
    if (!sentence.isEmpty()) {
      getChildren().add(text);
    }
  }

  /// A title that changes while it is shown.
  public Placeholder titled(ObservableValue<String> title) {
    heading.textProperty().bind(title);
    return this;
  }

  /// Buttons or links below the sentence; the first is mostly the primary one.
  public Placeholder actions(Node... nodes) {
    actions.getChildren().addAll(nodes);
    if (!getChildren().contains(actions)) {
      getChildren().add(actions);
    }
    return this;
  }

  /// Anything more, below.
  public Placeholder more(Node node) {
    getChildren().add(node);
    return this;
  }

  /// Shows running work: what, how far, and a way to cancel.
  public static Placeholder working(Ui ui, String id, String title, StatusLine line) {
    var messages = Messages.of(Placeholder.class, ui.locale());
    var pane = new Placeholder(id, org.kordamp.ikonli.feather.Feather.CLOCK, title, "");
    var bar = new ProgressBar();
    bar.setId(id + "-progress");
    bar.setAccessibleText(title);
    bar.setPrefWidth(280);
    var text = new Label();
    text.getStyleClass().add("muted");
    text.setMinHeight(Region.USE_PREF_SIZE);
    Runnable show =
        () -> {
          bar.setProgress(line.share());
          var words = StatusText.of(line, ui.formats());
          text.setText(words.equals(title) ? "" : words);
        };
    var cancel = Controls.button(id + "-cancel", messages.get("cancel"), line::cancel);
    cancel.disableProperty().bind(line.cancellingProperty());
    line.doneProperty().subscribe(show);
    line.stageProperty().subscribe(show);
    line.cancellingProperty().subscribe(show);
    return pane.more(bar).more(text).actions(cancel);
  }
}
