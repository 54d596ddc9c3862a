package dev.retune.ui.support;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Controls with an id for tests, a name for screen readers and the house style.
public final class Controls {
  private Controls() {}

  /// A quiet button.
  public static Button button(String id, String text, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.setAccessibleText(text);
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// The primary button of a screen.
  public static Button primary(String id, String text, Runnable action) {
    return makePrimary(button(id, text, action));
  }

  /// Marks `button` as the primary one.
  public static Button makePrimary(Button button) {
    if (!button.getStyleClass().contains("accent")) {
      button.getStyleClass().add("accent");
    }
    return button;
  }

  /// A button that only shows an icon; `name` is its tooltip and its name for screen readers.
  public static Button iconButton(String id, Ikon icon, String name) {
    var button = new Button(null, icon(icon));
    button.setId(id);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.getStyleClass().addAll("button-icon", "flat");
    return button;
  }

  public static Button iconButton(String id, Ikon icon, String name, Runnable action) {
    var button = iconButton(id, icon, name);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// A link.
  public static Hyperlink link(String id, String text, Runnable action) {
    var link = new Hyperlink(text);
    link.setId(id);
    link.setAccessibleText(text);
    link.setOnAction(_ -> action.run());
    return link;
  }

  /// An icon of the one family, coloured by the text around it.
  public static FontIcon icon(Ikon icon, String... styleClasses) {
    var node = new FontIcon(icon);
    node.getStyleClass().addAll(styleClasses);
    return node;
  }

  public static Label label(String text, String... styleClasses) {
    var label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  public static Label label(ObservableValue<String> text, String... styleClasses) {
    var label = label("", styleClasses);
    label.textProperty().bind(text);
    return label;
  }

  /// A label that breaks into lines.
  public static Label paragraph(String text, String... styleClasses) {
    var label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Plain words first, the term after, muted: "Right passage in the top 5 · hit rate@5".
  public static HBox withTerm(String words, String term) {
    var row = new HBox(label(words), label("·", "muted"), label(term, "muted"));
    row.setSpacing(4);
    row.setAlignment(Pos.BASELINE_LEFT);
    return row;
  }

  /// A small word in a coloured frame. `tone` is `success`, `warning`, `danger`, `accent`,
  /// `neutral`.
  public static Label chip(String text, String tone) {
    return label(text, "chip", "chip-" + tone);
  }

  public static TextField searchField(String id, String prompt) {
    var field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    return field;
  }

  /// Takes up the room between what stands left and right.
  public static Region spacer() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /// Names `node` for tests and screen readers.
  public static <N extends Node> N named(N node, String id, String accessibleText) {
    node.setId(id);
    node.setAccessibleText(accessibleText);
    return node;
  }

  /// Adds or removes a style class.
  public static void toggleStyle(Node node, String styleClass, boolean on) {
    node.getStyleClass().remove(styleClass);
    if (on) {
      node.getStyleClass().add(styleClass);
    }
  }
}
