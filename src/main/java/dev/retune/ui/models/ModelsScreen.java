package dev.retune.ui.models;

import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Shortcut;
import dev.retune.ui.support.StepScreen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.ProjectSession;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The step Models.
public final class ModelsScreen extends StepScreen<ModelsView> {
  private final Ui ui;
  private final ModelsNavigation navigation;
  private final ModelsModel model = new ModelsModel();
  private final ModelsController controller;
  private final ReadOnlyObjectWrapper<StepStatus> status =
      new ReadOnlyObjectWrapper<>(StepStatus.NOT_BEGUN);

  public ModelsScreen(Ui ui, ModelsPort port, ModelsNavigation navigation) {
    super("models", ui.messages(ModelsScreen.class));
    this.ui = ui;
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
  protected ModelsView build() {
    return new ModelsView(ui, model, controller, navigation);
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of(new KeyHelp(Shortcut.with("E"), messages().get("export")));
  }

  @Override
  public void onShown() {
    controller.load();
  }

  private void changed() {
    var tuned = model.tunedProperty().get();
    status.set(
        tuned == 0
            ? StepStatus.NOT_BEGUN
            : new StepStatus(StepStatus.State.DONE, messages().get("tuned", tuned)));
  }
}
