package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The pair in focus, below the table or beside it.
final class PairDrawer extends StackPane {
  private final Messages messages;
  private final DrawerDecision decision;
  private final DrawerPassage passage;
  private final DrawerHistory history;
  private final Button layout;
  private final VBox left = new VBox();

  PairDrawer(Ui ui, PairDetail detail, PairsController controller, Runnable turn) {
    messages = ui.messages(PairDrawer.class);
    decision = new DrawerDecision(ui, detail, controller);
    passage = new DrawerPassage(ui, detail, controller::toPassage);
    history = new DrawerHistory(ui, detail);
    layout = Controls.iconButton("pairs-drawer-layout", Feather.COLUMNS, "", turn);
    setId("pairs-drawer");
    getStyleClass().add("pair-drawer");
    setMinHeight(150);
    left.getStyleClass().add("drawer-column");
    detail.row().subscribe(row -> show(row.isPresent()));
  }

  /// Lays the parts out for a drawer below (vertical split) or at the side (horizontal split).
  void arrange(Orientation split) {
    var below = split == Orientation.VERTICAL;
    var name = messages.get(below ? "drawer.to.side" : "drawer.to.bottom");
    layout.setAccessibleText(name);
    layout.getTooltip().setText(name);
    layout.setGraphic(Controls.icon(below ? Feather.SIDEBAR : Feather.CREDIT_CARD));
    left.getChildren().clear();
    Pane content;
    if (below) {
      left.getChildren().setAll(decision, history);
      var leftScroll = scroll(left);
      leftScroll.setMinWidth(392);
      leftScroll.setPrefWidth(392);
      var right = scroll(passage);
      HBox.setHgrow(right, Priority.ALWAYS);
      content = new HBox(leftScroll, right);
    } else {
      left.getChildren().setAll(decision, passage, history);
      var all = scroll(left);
      VBox.setVgrow(all, Priority.ALWAYS);
      content = new VBox(all);
    }
    content.getStyleClass().addAll("drawer-content", below ? "drawer-below" : "drawer-beside");
    StackPane.setAlignment(layout, Pos.TOP_RIGHT);
    getChildren().setAll(content, layout);
  }

  private static ScrollPane scroll(Pane content) {
    var pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    return pane;
  }

  private void show(boolean there) {
    decision.setVisible(there);
    passage.setVisible(there);
    history.setVisible(there);
  }

  /// A heading path and a place in one muted line.
  static Label source(Messages messages, PairRow row) {
    var place = Words.place(messages, row);
    var headings = Words.headings(row.headingPath());
    return Controls.label(headings.isEmpty() ? place : headings + " · " + place, "muted", "small");
  }
}
