package dev.retune.ui.documents;

import dev.retune.document.DocumentFiles;
import dev.retune.ui.documents.DocumentsModel.State;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.FailedPane;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.PageHeader;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.ScreenView;
import dev.retune.ui.support.StatePane;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
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

/// Builds the screen: documents left, the chosen one's passages right, and its pages if wanted.
final class DocumentsView extends VBox implements ScreenView {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination ADD =
      new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

  private final Ui ui;
  private final Messages messages;
  private final ImportModel imports;
  private final ImportController importing;
  private final Runnable openSample;
  private final TextField filter;
  private final DocumentTable table;
  private final PassagePane passages;
  private final PagePane pagePane;
  private final ChunkingPane chunkingPane;
  private final ChunkingModel chunking;
  private final ChangesModel changes;
  private final ChangesPane changesPane;
  private final Node content;

  DocumentsView(
      Ui ui,
      DocumentsModel model,
      PageModel page,
      PagePane pagePane,
      ImportModel imports,
      ImportController importing,
      DocumentsController controller,
      ChunkingModel chunking,
      ChunkingController chunkingController,
      ReadingModel reading,
      ReadingController readingController,
      ChangesModel changes,
      ChangesController changesController,
      Runnable openSample) {
    this.ui = ui;
    this.chunking = chunking;
    this.changes = changes;
    changesPane = new ChangesPane(ui, changes, changesController);
    this.openSample = openSample;
    this.messages = ui.messages(DocumentsView.class);
    this.imports = imports;
    this.importing = importing;
    setId("documents");
    filter = Controls.searchField("documents-filter", messages.get("filter.prompt"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    table = new DocumentTable(ui, model, controller, readingController, changesController);
    passages = new PassagePane(ui, model, controller, page.openProperty());
    this.pagePane = pagePane;
    chunkingPane = new ChunkingPane(ui, model, chunking, chunkingController);
    content = content(page, model);
    var add = Controls.button("documents-add", messages.get("add"), importing::chooseFiles);
    var cut =
        Controls.button(
            "documents-chunking", messages.get("chunking.open"), chunkingController::toggle);
    var languages =
        Controls.button(
            "documents-languages",
            messages.get("reading.languages.open"),
            readingController::openLanguages);
    languages.disableProperty().bind(reading.busy);
    var header =
        new PageHeader(ui, "documents", messages.get("title"), messages.get("sentence"))
            .search(filter)
            .quiet(languages)
            .quiet(cut)
            .primary(add);
    filter.visibleProperty().bind(model.stateProperty().map(State.Full.class::isInstance));
    cut.visibleProperty().bind(filter.visibleProperty());
    cut.managedProperty().bind(cut.visibleProperty());
    // One primary button at a time.
    Runnable accent =
        () ->
            Controls.toggleStyle(
                add, "accent", !chunking.open.get() && !reading.phase.get().chooses());
    chunking.open.subscribe(_ -> accent.run());
    reading.phase.subscribe(_ -> accent.run());
    var states = new StatePane(model.stateProperty(), this::view);
    VBox.setVgrow(states, Priority.ALWAYS);
    getChildren()
        .addAll(
            header,
            new ReadingPane(ui, reading, readingController),
            new ImportQueuePane(ui, imports, importing),
            new ImportSummaryPane(ui, model, changesController, importing),
            states);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (ADD.match(event)) {
            importing.chooseFiles();
            event.consume();
          } else if (FIND.match(event) && pagePane.getParent() != null) {
            pagePane.find();
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
    if (chunking.open.get()) {
      return List.of(table, chunkingPane.list());
    }
    if (changes.versionsProperty().get().isPresent()) {
      return List.of(table, changesPane.list());
    }
    return pagePane.getParent() == null
        ? List.of(table, passages.list())
        : List.of(table, passages.list(), pagePane.scroll());
  }

  private Node view(State state) {
    return switch (state) {
      case State.Loading() ->
          new Placeholder("documents-loading", Feather.CLOCK, messages.get("loading"), "");
      case State.Empty() -> empty();
      case State.Working() ->
          new Placeholder("documents-working", Feather.CLOCK, "", messages.get("working.sentence"))
              .titled(
                  imports
                      .pausedProperty()
                      .map(paused -> messages.get(paused ? "working.paused" : "working")));
      case State.Failed(var failure) ->
          FailedPane.of(
                  ui,
                  "documents-failed",
                  failure,
                  messages.get("failed.kept"),
                  Controls.primary(
                      "documents-retry", messages.get("failed.retry"), importing::retry))
              .actions(
                  Controls.button("documents-back", messages.get("failed.back"), importing::back));
      case State.Full() -> content;
    };
  }

  private Node empty() {
    return new Placeholder(
            "documents-empty",
            Feather.FILE_TEXT,
            messages.get("empty.title"),
            messages.get("empty.sentence"))
        .actions(
            Controls.button("documents-empty-add", messages.get("add"), importing::chooseFiles),
            Controls.link("documents-sample", messages.get("sample"), openSample));
  }

  private SplitPane content(PageModel page, DocumentsModel model) {
    var split = new SplitPane(table, passages);
    split.setId("documents-split");
    SplitPane.setResizableWithParent(table, false);
    // Not for documents that have no pages to show.
    var shown =
        Bindings.createBooleanBinding(
            () ->
                page.openProperty().get()
                    && model.chosenProperty().get().filter(DocumentFiles::drawn).isPresent(),
            page.openProperty(),
            model.chosenProperty());
    shown.subscribe(open -> arrange(split, open));
    chunking.open.subscribe((_, _) -> arrange(split, shown.get()));
    changes.versionsProperty().subscribe((_, _) -> arrange(split, shown.get()));
    return split;
  }

  private void arrange(SplitPane split, boolean withPage) {
    boolean cutting = chunking.open.get();
    boolean comparing = changes.versionsProperty().get().isPresent();
    table.narrow(withPage || cutting || comparing);
    if (cutting || comparing) {
      split.getItems().setAll(table, cutting ? chunkingPane : changesPane);
      split.setDividerPositions(.3);
      return;
    }
    if (withPage) {
      split.getItems().setAll(table, passages, pagePane);
    } else {
      split.getItems().setAll(table, passages);
    }
    remember(split, withPage);
  }

  /// Each arrangement has its own dividers.
  private void remember(SplitPane split, boolean withPage) {
    var names =
        withPage
            ? Map.of("documents.divider.page", .26, "documents.divider.page.2", .6)
            : Map.of("documents.divider", .44);
    var places = new TreeMap<>(names);
    var i = 0;
    for (var name : places.keySet()) {
      var divider = split.getDividers().get(i++);
      divider.setPosition(
          ui.memory().get(name).map(Double::parseDouble).orElseGet(() -> places.get(name)));
      divider.positionProperty().subscribe((_, at) -> ui.memory().put(name, at.toString()));
    }
  }
}
