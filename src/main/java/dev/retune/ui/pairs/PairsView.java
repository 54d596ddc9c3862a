package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.ui.pairs.WriteModel.Phase;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Focus;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.PageHeader;
import dev.retune.ui.support.ScreenView;
import dev.retune.ui.support.StatePane;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Puts the pairs screen together.
final class PairsView implements ScreenView {
  private static final String LAYOUT = "pairs.drawer";
  private static final Duration TYPING_PAUSE = Duration.millis(150);

  private final Ui ui;
  private final Messages messages;
  private final PairsModel model;
  private final PairsController controller;
  private final WriteController writing;
  private final TextField search;
  private final TableView<PairRow> table;
  private final PairDrawer drawer;
  private final SplitPane split = new SplitPane();
  private final VBox root = new VBox();
  private boolean focusWanted;

  PairsView(
      Ui ui,
      PairsServices services,
      PairsModel model,
      PairsController controller,
      WriteModel writeModel,
      WriteController writing) {
    this.ui = ui;
    this.messages = ui.messages(PairsView.class);
    this.model = model;
    this.controller = controller;
    this.writing = writing;
    this.search = Controls.searchField("pairs-search", messages.get("search"));
    this.table = new PairTable(ui, model, controller).build();
    this.drawer =
        new PairDrawer(ui, new PairDetail(ui, services, model), controller, this::turnDrawer);
    var states = new PairsStates(ui, services, model, controller, writing, split);
    var center = new StatePane(model.state(), states::view);
    VBox.setVgrow(center, Priority.ALWAYS);
    root.setId("pairs");
    root.getStyleClass().addAll("screen", "pairs");
    root.getChildren()
        .addAll(
            header(),
            new FilterBar(ui, model),
            panels(services, writeModel),
            center,
            new ReviewBar(ui, model, controller));
    arrange();
    search();
    model
        .state()
        .subscribe((before, now) -> {
          if (before == PairsState.LOADING && now == PairsState.FULL && root.getScene() != null) {
            focusTable(); // keys decide from the first moment on
          }
        });
    table
        .sceneProperty()
        .subscribe(scene -> {
          if (scene != null && focusWanted) {
            focusWanted = false;
            if (Focus.field(scene.getFocusOwner()).filter(field -> field != search).isEmpty()) {
              ui.tasks().apply(table::requestFocus);
            }
          }
        });
    writeModel.phase.subscribe(this::focusAfter);
  }

  /// Gives the keys to the table, as soon as it is there: a screen that was never in front, or that
  /// has no pairs yet, shows it only later.
  private void focusTable() {
    focusWanted = table.getScene() == null;
    table.requestFocus();
  }

  /// The button that began or ended writing is gone: its focus must not fall to the search field,
  /// where A and R would be typed.
  private void focusAfter(Phase before, Phase now) {
    var scene = root.getScene();
    var typing = scene != null && Focus.field(scene.getFocusOwner()).isPresent();
    if (scene != null
        && (now instanceof Phase.Running || (before instanceof Phase.Running && !typing))) {
      focusTable();
    }
  }

  @Override
  public VBox root() {
    return root;
  }

  @Override
  public Optional<TextInputControl> searchField() {
    return Optional.of(search);
  }

  @Override
  public List<Node> panes() {
    return List.of(search, table, drawer);
  }

  /// Shows the pairs of a question alone; emptying the search field shows all again.
  void find(String question) {
    search.setText(question);
    model.filter.set(PairFilter.NONE.withSearch(question));
  }

  /// The screen came to the front.
  void shown() {
    writing.refresh();
    focusTable();
  }

  private PageHeader header() {
    var write = Controls.button("pairs-write", messages.get("write.open"), writing::open);
    var add =
        Controls.button("pairs-add", messages.get("add.open"), () -> toggle(PairsModel.Panel.ADD));
    var divide =
        Controls.button(
            "pairs-split", messages.get("split.open"), () -> toggle(PairsModel.Panel.SPLIT));
    var review = Controls.button("pairs-review", messages.get("review"), this::review);
    var header =
        new PageHeader(ui, "pairs", messages.get("title"), messages.get("sentence"))
            .search(search)
            .quiet(write, add, divide, review);
    Runnable show =
        () -> {
          var counts = model.counts().get();
          var some = counts.all() > 0;
          there(add, model.passages.get() != 0 && model.state().get() != PairsState.LOADING);
          there(divide, some);
          there(search, some);
          there(write, model.passages.get() != 0 && some);
          there(review, counts.toReview() > 0);
          review.getStyleClass().remove("accent");
          write.getStyleClass().remove("accent");
          if (model.panel.get() == PairsModel.Panel.NONE && some) {
            Controls.makePrimary(counts.toReview() > 0 ? review : write);
          }
        };
    model.counts().subscribe(show);
    model.state().subscribe(show);
    model.passages.subscribe(show);
    model.panel.subscribe(show);
    show.run();
    return header;
  }

  private static void there(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  private void toggle(PairsModel.Panel panel) {
    model.panel.set(model.panel.get() == panel ? PairsModel.Panel.NONE : panel);
  }

  private void review() {
    controller.review();
    focusTable();
  }

  private StackPane panels(PairsServices services, WriteModel writeModel) {
    var write = new WritePanel(ui, services, model, writeModel, writing);
    var add = new AddPanel(ui, services, model, controller);
    var divide = new SplitPanel(ui, services, model, controller);
    var host = new StackPane();
    host.getStyleClass().add("panel-host");
    host.setMinHeight(Region.USE_PREF_SIZE);
    model.panel.subscribe(panel -> {
      host.getChildren()
          .setAll(
              switch (panel) {
                case NONE -> List.of();
                case WRITE -> List.of(write);
                case ADD -> List.of(add);
                case SPLIT -> List.of(divide);
              });
      there(host, panel != PairsModel.Panel.NONE);
      if (panel == PairsModel.Panel.NONE && root.getScene() != null) {
        table.requestFocus();
      }
    });
    return host;
  }

  /// Filters once typing pauses; Esc empties the field and goes back to the table.
  private void search() {
    var pause = new PauseTransition(TYPING_PAUSE);
    pause.setOnFinished(_ -> model.filter.set(model.filter.get().withSearch(search.getText())));
    search
        .textProperty()
        .subscribe((_, _) -> {
          focusWanted = false;
          pause.playFromStart();
        });
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            table.requestFocus();
            event.consume();
          }
        });
    model.filter.subscribe(filter -> {
      if (!search.isFocused() && !search.getText().equals(filter.search())) {
        search.setText(filter.search());
      }
    });
  }

  private Orientation orientation() {
    return ui.memory().get(LAYOUT).filter("side"::equals).isPresent()
        ? Orientation.HORIZONTAL
        : Orientation.VERTICAL;
  }

  private void turnDrawer() {
    remember();
    ui.memory().put(LAYOUT, orientation() == Orientation.VERTICAL ? "side" : "bottom");
    arrange();
  }

  private void arrange() {
    var orientation = orientation();
    split.setOrientation(orientation);
    drawer.arrange(orientation);
    split.getItems().setAll(table, drawer);
    var below = orientation == Orientation.VERTICAL;
    split.setDividerPositions(
        ui.memory().get(positionKey()).map(Double::valueOf).orElse(below ? .58 : .64));
    table.setMinHeight(100);
    split.setMinHeight(0);
    split.getDividers().getFirst().positionProperty().subscribe((_, _) -> remember());
    SplitPane.setResizableWithParent(drawer, !below);
  }

  private void remember() {
    if (!split.getDividers().isEmpty() && split.getScene() != null) {
      ui.memory().put(positionKey(), Double.toString(split.getDividerPositions()[0]));
    }
  }

  private String positionKey() {
    return LAYOUT + "." + split.getOrientation();
  }

  /// Starts to reword the question in focus: in the table where it stands.
  void edit() {
    var index = model.current.get().map(model::shownIndex).orElse(-1);
    if (index >= 0) {
      table.scrollTo(Math.max(0, index - 3));
      table.layout();
      table.getColumns().stream()
          .filter(column -> PairTable.QUESTION.equals(column.getId()))
          .findFirst()
          .ifPresent(column -> table.edit(index, column));
    }
  }
}
