package dev.retune.ui.documents;

import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.Shortcut;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The step Documents.
public final class DocumentsScreen implements Screen {
  private final Ui ui;
  private final Messages messages;
  private final DocumentsModel model = new DocumentsModel();
  private final DocumentsController controller;
  private final ReadOnlyObjectWrapper<StepStatus> status =
      new ReadOnlyObjectWrapper<>(StepStatus.NOT_BEGUN);
  private final Runnable projectChanged;
  private @Nullable DocumentsView view;

  /// @param projectChanged called when documents came or went, so that other steps look again
  public DocumentsScreen(Ui ui, DocumentsPort port, Runnable projectChanged) {
    this.ui = ui;
    this.messages = ui.messages(DocumentsScreen.class);
    this.projectChanged = projectChanged;
    this.controller = new DocumentsController(ui, port, model, this::changed);
    controller.load();
  }

  /// Imports files, such as those dropped on the window.
  public void importFiles(List<Path> files) {
    controller.importFiles(files);
  }

  @Override
  public String id() {
    return "documents";
  }

  @Override
  public String title() {
    return messages.get("title");
  }

  @Override
  public Region node() {
    var built = new DocumentsView(ui, model, controller);
    view = built;
    return built;
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of(
        new KeyHelp(Shortcut.with("O"), messages.get("add")),
        new KeyHelp("Del", messages.get("remove")));
  }

  @Override
  public Optional<TextInputControl> searchField() {
    return view == null ? Optional.empty() : Optional.of(view.filterField());
  }

  @Override
  public List<Node> panes() {
    return view == null ? List.of() : view.panes();
  }

  private void changed() {
    var formats = ui.formats();
    var number =
        model.all().isEmpty()
            ? ""
            : formats.count(model.usable()) + " · " + formats.count(model.passageCount());
    var state =
        controller.importing()
            ? StepStatus.State.RUNNING
            : model.needsAttention()
                ? StepStatus.State.ATTENTION
                : model.all().isEmpty() ? StepStatus.State.NOT_BEGUN : StepStatus.State.DONE;
    status.set(new StepStatus(state, number));
    projectChanged.run();
  }
}
