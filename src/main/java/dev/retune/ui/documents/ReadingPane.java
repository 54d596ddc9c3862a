package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.DocumentFiles;
import dev.retune.document.Treatment;
import dev.retune.document.ocr.LanguageNames;
import dev.retune.text.Problem;
import dev.retune.ui.documents.ReadingModel.Phase;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Focus;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The small dialog "Read again": how, in which languages, how far it is and what came of it. The
/// languages of imports are chosen in it too.
final class ReadingPane extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final ReadingModel model;
  private final ReadingController controller;

  /// What had the keyboard before the dialog opened, and gets it back.
  private @Nullable Node from;

  ReadingPane(Ui ui, ReadingModel model, ReadingController controller) {
    super(8);
    this.ui = ui;
    this.messages = ui.messages(ReadingPane.class);
    this.model = model;
    this.controller = controller;
    setId("reading");
    setVisible(false);
    getStyleClass().add("import-summary");
    managedProperty().bind(visibleProperty());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !model.running()) {
            controller.close();
            event.consume();
          }
        });
    model.phase.subscribe(this::show);
  }

  private void show(Phase phase) {
    var scene = getScene();
    var owner = scene == null ? null : scene.getFocusOwner();
    boolean here = Focus.within(this, owner);
    if (!isVisible()) {
      from = owner;
    }
    setVisible(!(phase instanceof Phase.Closed));
    getChildren().setAll(view(phase));
    switch (phase) {
      case Phase.Choosing _, Phase.Languages() -> Focus.first(getChildren().get(1));
      case Phase.Asking asking -> focus(asking.others() ? "reading-others" : "reading-close");
      case Phase.Closed() -> {
        if (here && from != null && from.getScene() == scene) {
          from.requestFocus();
        }
      }
      case Phase.Failed _, Phase.Refused _ -> {
        if (here) {
          Focus.first(this);
        }
      }
      // Another press of the key that began must neither stop it nor take it back.
      case Phase.Running _ -> {
        if (here) {
          requestFocus();
        }
      }
      case Phase.Done _, Phase.Undone(), Phase.Stopped() -> {
        if (here) {
          focus("reading-close");
        }
      }
    }
    if (phase instanceof Phase.Closed) {
      from = null;
    }
  }

  private void focus(String id) {
    var node = lookup("#" + id);
    if (node != null) {
      node.requestFocus();
    }
  }

  private List<Node> view(Phase phase) {
    return switch (phase) {
      case Phase.Closed() -> List.of();
      case Phase.Choosing(var documents) -> choosing(documents);
      case Phase.Languages() -> languages();
      case Phase.Asking asking -> asking(asking);
      case Phase.Running(var line) -> List.of(running(line));
      case Phase.Done done -> List.of(done(done));
      case Phase.Undone() -> List.of(row(messages.get("reading.undone"), close()));
      case Phase.Stopped() -> List.of(row(messages.get("reading.stopped"), close()));
      case Phase.Failed failed -> List.of(failed(failed));
      case Phase.Refused(var failure) -> List.of(row(failure.problem().in(ui.locale()), close()));
    };
  }

  private Node title(String text) {
    var title = Controls.label(text, "strong");
    title.setId("reading-title");
    var line = line(title, Controls.spacer(), close());
    return line;
  }

  private Button close() {
    var close =
        Controls.iconButton(
            "reading-close", Feather.X, messages.get("reading.close"), controller::close);
    close.getStyleClass().add("tiny");
    return close;
  }

  private List<Node> choosing(List<Document> documents) {
    var box = new ComboBox<Treatment>();
    Controls.named(box, "reading-treatment", messages.get("reading.treatment"));
    box.setConverter(new TreatmentWords());
    // Only pages that can be drawn can be recognised.
    box.getItems()
        .setAll(
            documents.stream().anyMatch(DocumentFiles::drawn)
                ? List.of(Treatment.values())
                : List.of(Treatment.AUTOMATIC, Treatment.LEAVE_OUT));
    box.valueProperty().bindBidirectional(model.treatment);
    var why = Controls.paragraph("", "muted", "small");
    why.setId("reading-why");
    box.valueProperty().subscribe(chosen -> why.setText(messages.get("treatment.why." + chosen)));
    var languages = new LanguageMenu(ui, model, controller.languages());
    languages
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> box.getValue() == Treatment.OWN_TEXT || box.getValue() == Treatment.LEAVE_OUT,
                box.valueProperty()));
    var start = Controls.primary("reading-start", messages.get("reading.start"), controller::start);
    start.disableProperty().bind(model.busy);
    var choices =
        line(
            Controls.label(messages.get("reading.treatment"), "muted"),
            box,
            Controls.label(messages.get("reading.languages"), "muted"),
            languages,
            Controls.spacer(),
            start);
    return List.of(
        title(
            documents.size() == 1
                ? messages.get("reading.title", documents.getFirst().name())
                : messages.get("reading.title.many", documents.size())),
        choices,
        why,
        Controls.paragraph(messages.get("reading.languages.why"), "muted", "small"));
  }

  private List<Node> languages() {
    return List.of(
        title(messages.get("reading.languages.title")),
        line(
            new LanguageMenu(ui, model, controller.languages()),
            Controls.spacer(),
            Controls.primary(
                "reading-languages-keep",
                messages.get("reading.languages.keep"),
                controller::keepLanguages)),
        Controls.paragraph(messages.get("reading.languages.import"), "muted", "small"));
  }

  private final class TreatmentWords extends StringConverter<Treatment> {
    @Override
    public String toString(@Nullable Treatment treatment) {
      return treatment == null ? "" : messages.get("treatment." + treatment);
    }

    @Override
    public Treatment fromString(String words) {
      throw new UnsupportedOperationException(words);
    }
  }

  private List<Node> asking(Phase.Asking asking) {
    var buttons = new ArrayList<Node>();
    if (asking.others()) {
      buttons.add(
          Controls.button(
              "reading-others",
              messages.get("reading.others"),
              () -> controller.run(asking.job(), false)));
    }
    buttons.add(
        Controls.button(
            "reading-replace",
            messages.get("reading.replace"),
            () -> controller.run(asking.job(), true)));
    buttons.add(close());
    return List.of(
        row(messages.get("reading.corrected", asking.where()), buttons.toArray(Node[]::new)));
  }

  private Node running(StatusLine line) {
    var bar = new ProgressBar();
    Controls.named(bar, "reading-progress", messages.get("reading.progress"));
    bar.setPrefWidth(160);
    bar.progressProperty()
        .bind(Bindings.createDoubleBinding(line::share, line.doneProperty(), line.totalProperty()));
    var text = Controls.label("");
    text.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> StatusText.of(line, ui.formats()),
                line.doneProperty(),
                line.totalProperty(),
                line.stageProperty(),
                line.cancellingProperty()));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    var cancel = Controls.button("reading-cancel", messages.get("chunking.cancel"), line::cancel);
    cancel.disableProperty().bind(line.cancellingProperty());
    return line(bar, text, cancel);
  }

  private Node done(Phase.Done done) {
    var summary = done.summary();
    if (summary.pairs().action().id() == 0) {
      var same = summary.kept() > 0 ? "reading.kept.only" : "reading.same";
      return row(messages.get(same, summary.kept()), close());
    }
    var undo =
        Controls.button(
            "reading-undo", messages.get("undo"), () -> controller.undo(summary.pairs().action()));
    undo.disableProperty().bind(model.busy);
    return row(RereadWords.of(messages, done.job(), summary), undo, close());
  }

  private Node failed(Phase.Failed failed) {
    var problem = failed.failure().problem();
    var buttons = new ArrayList<Node>();
    if (PasswordPrompt.answers(problem)) {
      var name = String.valueOf(problem.cause().args().getFirst());
      buttons.add(
          new PasswordPrompt(
              "reading-password", messages, name, password -> controller.unlock(failed, password)));
    }
    var language = missing(problem);
    if (language.isEmpty()) {
      buttons.add(close());
      return row(problem.in(ui.locale()), buttons.toArray(Node[]::new));
    }
    var name = LanguageNames.of(language.get(), ui.locale());
    var bytes = controller.languages().bytes(language.get());
    if (bytes.isPresent()) {
      buttons.add(fetch(failed, language.get(), bytes.getAsLong()));
    }
    buttons.add(close());
    return row(
        messages.get(bytes.isPresent() ? "reading.missing.fetch" : "reading.missing", name),
        buttons.toArray(Node[]::new));
  }

  private Button fetch(Phase.Failed failed, String language, long bytes) {
    var fetch =
        Controls.button(
            "reading-fetch",
            messages.get("remedy.language", ui.formats().bytes(bytes)),
            () ->
                controller
                    .languages()
                    .fetch(language, () -> controller.run(failed.job(), failed.overCorrected())));
    fetch
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(() -> model.fetching.contains(language), model.fetching));
    return fetch;
  }

  /// The language whose data is missing.
  private static Optional<String> missing(Problem problem) {
    return problem.code().equals("ocr.language")
        ? Optional.of(String.valueOf(problem.cause().args().getFirst()))
        : Optional.empty();
  }

  private static Node row(String sentence, Node... after) {
    return new ResultRow("reading-result", sentence, after);
  }

  private static HBox line(Node... nodes) {
    var line = new HBox(12, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
