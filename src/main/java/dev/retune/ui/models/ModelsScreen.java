package dev.retune.ui.models;

import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.Shortcut;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.ProjectSession;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The step Models.
public final class ModelsScreen implements Screen {
  private final Ui ui;
  private final Messages messages;
  private final ModelsNavigation navigation;
  private final ModelsModel model = new ModelsModel();
  private final ModelsController controller;
  private final ReadOnlyObjectWrapper<StepStatus> status =
      new ReadOnlyObjectWrapper<>(StepStatus.NOT_BEGUN);
  private @Nullable ModelsView view;

  public ModelsScreen(Ui ui, ModelsPort port, ModelsNavigation navigation) {
    this.ui = ui;
    this.messages = ui.messages(ModelsScreen.class);
    this.navigation = navigation;
    this.controller = new ModelsController(ui, port, model, this::changed);
    controller.load();
  }

  /// The screen of an open project.
  public ModelsScreen(Ui ui, ProjectSession session, ModelsNavigation navigation) {
    this(ui, new SessionModels(session), navigation);
  }

  /// Looks again, such as when a run has ended.
  public void refresh() {
    controller.load();
  }

  @Override
  public String id() {
    return "models";
  }

  @Override
  public String title() {
    return messages.get("title");
  }

  @Override
  public Region node() {
    var built = new ModelsView(ui, model, controller, navigation);
    view = built;
    return built;
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of(new KeyHelp(Shortcut.with("E"), messages.get("export")));
  }

  @Override
  public Optional<TextInputControl> searchField() {
    return view == null ? Optional.empty() : Optional.of(view.filterField());
  }

  @Override
  public List<Node> panes() {
    return view == null ? List.of() : view.panes();
  }

  @Override
  public void onShown() {
    controller.load();
  }

  private void changed() {
    var tuned = model.tuned();
    status.set(
        tuned == 0
            ? StepStatus.NOT_BEGUN
            : new StepStatus(StepStatus.State.DONE, messages.get("tuned", tuned)));
  }
}
