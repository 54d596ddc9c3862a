package dev.retune.ui.documents;

import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Shortcut;
import dev.retune.ui.support.StepScreen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The step Documents.
public final class DocumentsScreen extends StepScreen<DocumentsView> {
  private final Ui ui;
  private final DocumentsPort port;
  private final DocumentsModel model = new DocumentsModel();
  private final PageModel page;
  private final ImportModel imports = new ImportModel();
  private final DocumentsController controller;
  private final ImportController importing;
  private final ChunkingModel chunkingModel = new ChunkingModel();
  private final ChunkingController chunking;
  private final ReadingModel readingModel;
  private final ReadingController reading;
  private final ChangesModel changesModel = new ChangesModel();
  private final ChangesController changes;
  private final Runnable openSample;
  private final ReadOnlyObjectWrapper<StepStatus> status =
      new ReadOnlyObjectWrapper<>(StepStatus.NOT_BEGUN);

  /// @param openSample opens the sample project
  /// @param projectChanged called when documents came or went, so that other steps look again
  public DocumentsScreen(Ui ui, DocumentsPort port, Runnable openSample, Runnable projectChanged) {
    this(ui, port, new DocumentsWork(), openSample, projectChanged);
  }

  /// @param work what goes on already, begun in a screen that is gone
  /// @param openSample opens the sample project
  /// @param projectChanged called when documents came or went, so that other steps look again
  public DocumentsScreen(
      Ui ui, DocumentsPort port, DocumentsWork work, Runnable openSample, Runnable projectChanged) {
    super("documents", ui.messages(DocumentsScreen.class));
    this.ui = ui;
    this.port = port;
    this.openSample = openSample;
    this.readingModel = work.reading;
    this.page = new PageModel(ui, port, model);
    this.controller =
        new DocumentsController(
            ui,
            port,
            model,
            imports,
            this::changed,
            () -> {
              // The pages may have been corrected.
              readingModel.changes.set(readingModel.changes.get() + 1);
              projectChanged.run();
            });
    this.importing =
        new ImportController(
            ui, port, model, imports, work.imports, controller::load, this::changed);
    this.chunking =
        new ChunkingController(ui, port.chunking(), model, chunkingModel, controller::recut);
    this.reading = new ReadingController(ui, port, readingModel, controller::recut);
    this.changes =
        new ChangesController(
            ui, port, model, changesModel, controller::remove, controller::pairsMoved);
    controller.load();
    importing.tellUnread();
  }

  /// Imports files, such as those dropped on the window.
  public void importFiles(List<Path> files) {
    importing.importFiles(files);
  }

  /// Shows a passage, and the page it stands on where there are pages.
  public void showPassage(UUID document, UUID passage) {
    chunkingModel.open.set(false);
    changes.close();
    controller.showPassage(document, passage);
    page.openProperty().set(true);
  }

  @Override
  public void onShown() {
    if (model.looked()) {
      controller.refresh();
      readingModel.changes.set(readingModel.changes.get() + 1);
    }
  }

  @Override
  public void dispose() {
    importing.close();
    chunking.close();
  }

  @Override
  protected DocumentsView build() {
    var find = new FindModel(ui, port, model, page);
    var strip = new PageStrip(ui, messages(), port, model, page, readingModel, reading);
    var pane = new PagePane(ui, model, page, find, strip, reading);
    return new DocumentsView(
        ui,
        model,
        page,
        pane,
        imports,
        importing,
        controller,
        chunkingModel,
        chunking,
        readingModel,
        reading,
        changesModel,
        changes,
        openSample);
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of(
        new KeyHelp(Shortcut.with("O"), messages().get("add")),
        new KeyHelp("Del", messages().get("remove")),
        new KeyHelp(Shortcut.with("R"), messages().get("reading.open")),
        new KeyHelp("F2", messages().get("passage.correct")),
        new KeyHelp(Shortcut.with("F"), messages().get("find.open")),
        new KeyHelp("PgUp / PgDn", messages().get("page.keys")),
        new KeyHelp("R / O / A / Del / Ins", messages().get("strip.keys")));
  }

  private void changed() {
    var formats = ui.formats();
    var number =
        model.all().isEmpty()
            ? ""
            : formats.count(model.usable()) + " · " + formats.count(model.passageCount());
    var state =
        imports.running()
            ? StepStatus.State.RUNNING
            : model.needsAttention()
                ? StepStatus.State.ATTENTION
                : model.all().isEmpty() ? StepStatus.State.NOT_BEGUN : StepStatus.State.DONE;
    status.set(new StepStatus(state, number));
  }
}
