package dev.retune.ui.compare;

import dev.retune.model.ModelEntry;
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
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Puts the comparison together.
final class CompareView extends VBox implements ScreenView {
  private final Ui ui;
  private final Messages messages;
  private final CompareModel model;
  private final CompareController controller;
  private final CompareNavigation go;
  private final AskBar ask;
  private final ResultColumns columns;
  private final OutcomePart outcomes;
  private final VBox ready;

  CompareView(Ui ui, CompareModel model, CompareController controller, CompareNavigation go) {
    this.ui = ui;
    this.messages = ui.messages(CompareView.class);
    this.model = model;
    this.controller = controller;
    this.go = go;
    this.ask = new AskBar(ui, model, controller);
    this.columns = new ResultColumns(ui, model, controller, go.toPassage());
    this.outcomes = new OutcomePart(ui, model, controller);
    this.ready = ready();
    setId("compare");
    getStyleClass().addAll("screen", "compare");
    var center = new StatePane(model.state, this::view);
    VBox.setVgrow(center, Priority.ALWAYS);
    getChildren().addAll(header(), center);
    model.state.subscribe((_, now) -> {
      if (now == CompareState.READY && getScene() != null) {
        ask.field().requestFocus();
      }
    });
  }

  private PageHeader header() {
    var base = picker("compare-base", messages.get("base"), model.bases, model.base, true);
    var tuned =
        picker("compare-tuned", messages.get("tuned"), model.tuned, model.challenger, false);
    var there = model.state.map(state -> state != CompareState.NO_TUNED);
    var pickers =
        new HBox(
            Controls.label(messages.get("base"), "role-base"),
            base,
            Controls.label(messages.get("tuned"), "role-tuned"),
            tuned);
    pickers.getStyleClass().add("model-pickers");
    pickers.setAlignment(Pos.CENTER_LEFT);
    pickers.visibleProperty().bind(there);
    pickers.managedProperty().bind(there);
    return new PageHeader(ui, "compare", messages.get("title"), messages.get("sentence"))
        .quiet(pickers);
  }

  private ComboBox<ModelEntry> picker(
      String id,
      String name,
      ObservableList<ModelEntry> models,
      ObjectProperty<Optional<ModelEntry>> chosen,
      boolean isBase) {
    var box = new ComboBox<>(models);
    Controls.named(box, id, name);
    box.setPrefWidth(190);
    box.setCellFactory(_ -> new ModelCell());
    box.setButtonCell(new ModelCell());
    Runnable select =
        () ->
            chosen
                .get()
                .flatMap(wanted ->
                    models.stream().filter(other -> other.id().equals(wanted.id())).findFirst())
                .ifPresent(box::setValue);
    chosen.subscribe(_ -> select.run());
    // A box forgets its choice when its items are replaced.
    models.addListener((ListChangeListener<ModelEntry>) _ -> select.run());
    box.setOnAction(_ -> {
      var value = box.getValue();
      var other = isBase ? model.challenger.get() : model.base.get();
      if (value != null
          && other.isPresent()
          && !chosen.get().map(ModelEntry::id).equals(Optional.of(value.id()))) {
        if (isBase) {
          controller.open(value, other.get());
        } else {
          controller.open(other.get(), value);
        }
      }
    });
    return box;
  }

  private VBox ready() {
    var sum = Controls.paragraph("", "sum");
    sum.setId("compare-sum");
    var words = new CompareWords(messages);
    model.answer.subscribe(answer -> sum.setText(answer.map(words::sum).orElse("")));
    var top = new VBox(ask, sum, columns);
    top.getStyleClass().add("compare-top");
    VBox.setVgrow(columns, Priority.ALWAYS);
    var metrics = new MetricPart(ui, model);
    outcomes.setPrefWidth(460);
    var bottom = new BottomPart(messages, outcomes, metrics);
    bottom.setMinHeight(120);
    top.setMinHeight(200);
    var split = new SplitPane(top, bottom);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(ui.memory().get("compare.divider").map(Double::valueOf).orElse(.6));
    split
        .getDividers()
        .getFirst()
        .positionProperty()
        .subscribe((_, position) -> {
          if (split.getScene() != null) {
            ui.memory().put("compare.divider", position.toString());
          }
        });
    VBox.setVgrow(split, Priority.ALWAYS);
    return new VBox(split);
  }

  private Node view(CompareState state) {
    return switch (state) {
      case LOADING -> placeholder("loading", Feather.CLOCK);
      case NO_TUNED ->
          placeholder("no-tuned", Feather.COLUMNS)
              .actions(
                  Controls.primary("compare-to-train", messages.get("to.train"), go.toTrain()),
                  Controls.link("compare-sample", messages.get("sample"), go.openSample()));
      case OPENING ->
          model
              .opening
              .get()
              .<Node>map(line ->
                  Placeholder.working(ui, "compare-opening", messages.get("opening.title"), line))
              .orElseGet(() -> placeholder("loading", Feather.CLOCK));
      case STOPPED ->
          placeholder("stopped", Feather.PAUSE_CIRCLE)
              .actions(Controls.primary("compare-again", messages.get("again"), controller::again));
      case READY -> ready;
      case FAILED ->
          model
              .failure
              .get()
              .<Node>map(failure ->
                  FailedPane.of(
                      ui,
                      "compare-failed",
                      failure,
                      messages.get("failed.kept"),
                      Controls.primary("compare-retry", messages.get("retry"), controller::again)))
              .orElse(ready);
    };
  }

  private Placeholder placeholder(String key, Feather icon) {
    return new Placeholder(
        "compare-" + key, icon, messages.get(key + ".title"), messages.get(key + ".sentence"));
  }

  @Override
  public Region root() {
    return this;
  }

  @Override
  public Optional<TextInputControl> searchField() {
    return Optional.of(ask.field());
  }

  @Override
  public List<Node> panes() {
    return List.of(ask.field(), columns, outcomes);
  }

  private static final class ModelCell extends ListCell<ModelEntry> {
    @Override
    protected void updateItem(ModelEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(empty || entry == null ? null : entry.name());
    }
  }
}
