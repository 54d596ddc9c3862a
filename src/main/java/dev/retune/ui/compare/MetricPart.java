package dev.retune.ui.compare;

import dev.retune.retrieval.MetricRow;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Tables;
import dev.retune.ui.support.Ui;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Base, tuned, BM25 and the difference with its interval; below it, what was compared.
final class MetricPart extends VBox {
  /// What people ask for first; the others are in `evaluate`'s result file.
  private static final Set<String> SHOWN =
      Set.of(
          "accuracy@1",
          "accuracy@3",
          "accuracy@5",
          "accuracy@10",
          "mrr@10",
          "ndcg@10",
          "recall@100",
          "map@100");

  /// What the verdict goes by.
  private static final String METRIC = "ndcg@10";

  /// Room for the longest name with its term: the name explains the row.
  private static final int NAME_WIDTH = 216;

  /// Room for all columns and the scroll bar.
  private static final int LEAST_WIDTH = NAME_WIDTH + 3 * 60 + 176 + 14;

  private final Ui ui;
  private final Messages messages;
  private final Formats formats;
  private final CompareWords words;
  private final ObservableList<MetricRow> rows = FXCollections.observableArrayList();

  MetricPart(Ui ui, CompareModel model) {
    this.ui = ui;
    this.messages = ui.messages(MetricPart.class);
    this.formats = ui.formats();
    this.words = new CompareWords(messages);
    getStyleClass().add("metrics");
    setMinWidth(LEAST_WIDTH);
    setPrefWidth(LEAST_WIDTH);
    var table = table();
    VBox.setVgrow(table, Priority.ALWAYS);
    var ways = new WaysPart(ui, model);
    var compared = Controls.paragraph("", "muted", "small");
    // Beside the ways a line of it has to do; the rest is shown where the pointer rests.
    compared.wrapTextProperty().bind(ways.visibleProperty().not());
    var whole = new Tooltip();
    whole.textProperty().bind(compared.textProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(LEAST_WIDTH);
    compared.setTooltip(whole);
    compared.setId("compare-what");
    var verdict = Controls.paragraph("");
    verdict.setId("compare-verdict");
    model.measured.subscribe(measured -> {
      verdict.setText(
          measured.map(done -> words.verdict(done.comparison().row(METRIC))).orElse(""));
      verdict.setManaged(measured.isPresent());
    });
    getChildren().addAll(verdict, table, ways, compared);
    model.measured.subscribe(measured ->
        rows.setAll(
            measured.stream()
                .flatMap(done -> done.comparison().table().stream())
                .filter(row -> SHOWN.contains(row.metric()))
                .toList()));
    Runnable describe = () -> compared.setText(describe(model));
    model.measured.subscribe(describe);
    model.measuredAt.subscribe(describe);
    model.measuring.subscribe(describe);
    model.unmeasured.subscribe(describe);
    describe.run();
  }

  private TableView<MetricRow> table() {
    var table = Tables.<MetricRow>create(ui, "compare-metrics", messages.get("metric.table"));
    table.setItems(rows);
    var name =
        Tables.<MetricRow>text(
            ui, "compare-metric", messages.get("metric"), NAME_WIDTH, row -> row.metric());
    name.setCellFactory(_ -> new NameCell());
    name.setMinWidth(NAME_WIDTH);
    Tables.addColumns(
        ui,
        table,
        List.of(
            name,
            score("base", row -> formats.score(row.base())),
            score("tuned", row -> formats.score(row.tuned())),
            score("bm25", row -> formats.score(row.bm25())),
            delta()));
    table.getColumns().forEach(column -> column.setSortable(false));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.setPlaceholder(Controls.label(messages.get("metric.none"), "muted"));
    return table;
  }

  private TableColumn<MetricRow, String> score(String who, Function<MetricRow, String> value) {
    var column =
        Tables.<MetricRow, String>number(
            "compare-metric-" + who, messages.get(who), 60, value, s -> s);
    column.setMinWidth(60);
    column.setMaxWidth(84);
    return column;
  }

  private TableColumn<MetricRow, String> delta() {
    var column =
        Tables.<MetricRow, String>number(
            "compare-metric-delta", messages.get("metric.delta"), 176, this::delta, s -> s);
    column.setMinWidth(176);
    return column;
  }

  private String delta(MetricRow row) {
    var change = row.change();
    return formats.delta(change.mean())
        + " ["
        + formats.delta(change.low())
        + ", "
        + formats.delta(change.high())
        + "]";
  }

  /// "Compared: bge-small-en-v1.5, Run 3 and BM25 · prompt … · 100 test questions, 412 passages ·
  /// 21 Nov 2026".
  private String describe(CompareModel model) {
    var measured = model.measured.get();
    if (measured.isEmpty() || model.opened.get().isEmpty()) {
      return model.measuring.get().isPresent()
          ? messages.get("compared.measuring")
          : model.unmeasured.get().isEmpty()
              ? messages.get("compared.none")
              : model.unmeasured.get();
    }
    var ready = model.opened.get().get();
    var done = measured.get();
    var today = LocalDate.ofInstant(ui.clock().instant(), ui.clock().getZone());
    var when = model.measuredAt.get().map(at -> formats.when(at, today)).orElse("");
    var prompt =
        ready.prompt().isBlank()
            ? messages.get("compared.no.prompt")
            : messages.get("compared.prompt", ready.prompt().strip());
    return messages.get(
        "compared",
        ready.base().name(),
        ready.tuned().name(),
        prompt,
        messages.get("compared.split." + done.split(), done.questions()),
        formats.count(done.passages()),
        when);
  }

  /// Plain words first, the term after, muted.
  private final class NameCell extends TableCell<MetricRow, String> {
    private final Label name = new Label();
    private final Label term = Controls.label("", "muted");
    private final HBox line = new HBox(name, Controls.label("·", "muted"), term);

    NameCell() {
      line.setSpacing(4);
      line.setAlignment(Pos.CENTER_LEFT);
      name.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(String key, boolean empty) {
      super.updateItem(key, empty);
      if (empty || key == null) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      name.setText(words.metric(key));
      term.setText(CompareWords.term(key));
      setGraphic(line);
      setAccessibleText(words.metricSaid(key));
      setTooltip(new Tooltip(words.metricSaid(key)));
    }
  }
}
