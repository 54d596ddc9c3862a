package dev.retune.ui.models;

import dev.retune.ui.models.ModelsModel.State;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.FailedPane;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.PageHeader;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.ScreenView;
import dev.retune.ui.support.StatePane;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Builds the screen: models above, the chosen one's origin and uses below.
final class ModelsView extends VBox implements ScreenView {
  private static final KeyCombination EXPORT =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);

  private final Ui ui;
  private final Messages messages;
  private final ModelsController controller;
  private final TextField filter;
  private final ModelTable table;
  private final ModelDetail detail;
  private final Node content;

  ModelsView(Ui ui, ModelsModel model, ModelsController controller, ModelsNavigation navigation) {
    this.ui = ui;
    this.messages = ui.messages(ModelsView.class);
    this.controller = controller;
    setId("models");
    filter = Controls.searchField("models-filter", messages.get("filter.prompt"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    table = new ModelTable(ui, model);
    detail = new ModelDetail(ui, model, controller, navigation);
    content = content(new ConnectPanel(ui, model, controller));
    var export =
        Controls.button(
            "models-export",
            messages.get("export"),
            () -> model.chosenProperty().get().ifPresent(controller::export));
    export.disableProperty().bind(model.chosenProperty().map(java.util.Optional::isEmpty));
    var header =
        new PageHeader(ui, "models", messages.get("title"), messages.get("sentence"))
            .search(filter)
            .quiet(
                Controls.button(
                    "models-connect",
                    messages.get("connect"),
                    () -> model.connectingProperty().set(true)),
                Controls.button("models-import", messages.get("import"), controller::importFolder))
            .primary(export);
    var states = new StatePane(model.stateProperty(), this::view);
    VBox.setVgrow(states, Priority.ALWAYS);
    getChildren().addAll(header, states);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (EXPORT.match(event)) {
            model.chosenProperty().get().ifPresent(controller::export);
            event.consume();
          }
        });
  }

  @Override
  public Region root() {
    return this;
  }

  @Override
  public Optional<TextInputControl> searchField() {
    return Optional.of(filter);
  }

  @Override
  public List<Node> panes() {
    return List.of(table, detail);
  }

  private Node view(State state) {
    return switch (state) {
      case State.Loading() ->
          new Placeholder("models-loading", Feather.CLOCK, messages.get("loading"), "");
      case State.Failed(var failure) ->
          FailedPane.of(
              ui,
              "models-failed",
              failure,
              messages.get("failed.kept"),
              Controls.button("models-back", messages.get("failed.back"), controller::load));
      case State.Full() -> content;
    };
  }

  private VBox content(ConnectPanel connect) {
    VBox.setVgrow(detail, Priority.ALWAYS);
    return new VBox(8, connect, table, detail);
  }
}
