package dev.retune.ui.documents;

import dev.retune.document.ImportOutcome;
import dev.retune.document.ImportSummary;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What became of the last import: one line a file, problems first, each with its remedy.
final class ImportSummaryPane extends VBox {
  private static final double MOST_HEIGHT = 180;

  private final Ui ui;
  private final Messages messages;
  private final DocumentsModel model;
  private final ChangesController changes;
  private final ImportController importing;

  ImportSummaryPane(
      Ui ui, DocumentsModel model, ChangesController changes, ImportController importing) {
    super(4);
    this.ui = ui;
    this.messages = ui.messages(ImportSummaryPane.class);
    this.model = model;
    this.changes = changes;
    this.importing = importing;
    setId("import-summary");
    getStyleClass().add("import-summary");
    model.summaryProperty().subscribe(this::show);
  }

  private void show(Optional<ImportSummary> summary) {
    setVisible(summary.isPresent());
    setManaged(summary.isPresent());
    getChildren().clear();
    summary.ifPresent(this::fill);
  }

  private void fill(ImportSummary summary) {
    var title = Controls.label(headline(summary), "strong");
    title.setId("import-summary-title");
    var close =
        Controls.iconButton(
            "import-summary-close", Feather.X, messages.get("summary.close"), importing::dismiss);
    close.getStyleClass().add("tiny");
    var line = new HBox(8, title, Controls.spacer(), close);
    line.setAlignment(Pos.CENTER_LEFT);
    var rows = new VBox(2);
    if (!summary.unread().isEmpty()) {
      rows.getChildren().add(notRead(summary.unread()));
    }
    summary.outcomes().stream()
        .sorted(Comparator.comparingInt(ImportSummaryPane::urgency))
        .map(outcome -> new ImportSummaryRow(ui, outcome, model, changes, importing))
        .forEach(rows.getChildren()::add);
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setMaxHeight(MOST_HEIGHT);
    rows.heightProperty()
        .subscribe(height -> scroll.setMinHeight(Math.min(MOST_HEIGHT, height.doubleValue() + 2)));
    getChildren().addAll(line, scroll);
  }

  /// The files that were not come to, and a button to read them after all.
  private HBox notRead(List<Path> files) {
    var names = files.stream().map(file -> String.valueOf(file.getFileName())).toList();
    var text = Controls.paragraph(messages.get("summary.notRead", String.join(", ", names)));
    text.setTooltip(
        new Tooltip(files.stream().map(Path::toString).collect(Collectors.joining("\n"))));
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    var read =
        Controls.button(
            "import-rest", messages.get("remedy.rest", files.size()), importing::importRest);
    var row = new HBox(8, Controls.icon(Feather.PAUSE_CIRCLE, "role-bm25"), text, read);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(32);
    row.getStyleClass().add("import-row");
    return row;
  }

  private String headline(ImportSummary summary) {
    int left = summary.unread().size();
    if (summary.outcomes().isEmpty() && left > 0) {
      // Of files that somebody took out it is not said that the program ended before.
      return messages.get(summary.notRead().isEmpty() ? "summary.unread" : "summary.nothing", left);
    }
    int files = summary.outcomes().size() + left;
    int good = files - left - summary.count(ImportOutcome.Kind.REFUSED);
    return good == files
        ? messages.get("summary.all", files, summary.pages(), summary.chunks())
        : messages.get("summary.some", good, files, summary.pages(), summary.chunks());
  }

  private static int urgency(ImportOutcome outcome) {
    if (outcome.kind() == ImportOutcome.Kind.REFUSED) {
      return 0;
    }
    return outcome.warnings().isEmpty() && outcome.earlier() == null ? 2 : 1;
  }
}
