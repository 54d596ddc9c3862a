package dev.retune.ui.documents;

import dev.retune.document.ImportOutcome;
import dev.retune.text.Problem;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One file of an import: sign, name, what happened, what to do and the button that does it.
final class ImportSummaryRow extends HBox {
  ImportSummaryRow(
      Ui ui,
      ImportOutcome outcome,
      DocumentsModel model,
      ChangesController changes,
      ImportController importing) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(32);
    getStyleClass().add("import-row");
    var messages = ui.messages(ImportSummaryRow.class);
    var name = String.valueOf(outcome.file().getFileName());
    var file = Controls.label(name, "import-file");
    file.setTooltip(new Tooltip(outcome.file().toString()));
    file.setPrefWidth(200);
    file.setMinWidth(200);
    getChildren().addAll(icon(outcome), file, words(ui, outcome, messages));
    if (needsPassword(outcome)) {
      getChildren()
          .add(
              new PasswordPrompt(
                  "import-password",
                  messages,
                  name,
                  password -> importing.unlock(outcome, password)));
      return;
    }
    var missing = importing.missingData(outcome);
    if (missing.isPresent() && outcome.kind() == ImportOutcome.Kind.IMPORTED) {
      var fetch =
          Controls.button(
              "import-fetch-language",
              messages.get("remedy.language", ui.formats().bytes(missing.getAsLong())),
              () -> importing.fetchData(outcome));
      fetch.setAccessibleText(fetch.getText() + " " + name);
      getChildren().add(fetch);
      return;
    }
    var button = remedy(outcome, name, messages, model, changes, importing);
    button.ifPresent(getChildren()::add);
  }

  private static boolean needsPassword(ImportOutcome outcome) {
    var problem = outcome.problem();
    return problem != null && PasswordPrompt.answers(problem);
  }

  private static FontIcon icon(ImportOutcome outcome) {
    if (outcome.kind() == ImportOutcome.Kind.REFUSED) {
      return Controls.icon(Feather.X_CIRCLE, "role-lost");
    }
    return outcome.warnings().isEmpty()
        ? Controls.icon(Feather.CHECK_CIRCLE, "role-right")
        : Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25");
  }

  private static Region words(Ui ui, ImportOutcome outcome, Messages messages) {
    var box = new VBox();
    box.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(box, Priority.ALWAYS);
    var problem = problem(outcome);
    if (problem.isPresent()) {
      box.getChildren()
          .addAll(
              Controls.paragraph(problem.get().cause().in(ui.locale())),
              Controls.paragraph(problem.get().remedy().in(ui.locale()), "muted", "small"));
    }
    if (problem.isEmpty() || outcome.earlier() != null) {
      box.getChildren().add(done(outcome, messages));
    }
    return box;
  }

  private static Label done(ImportOutcome outcome, Messages messages) {
    var earlier = outcome.earlier();
    if (earlier != null) {
      return Controls.paragraph(
          messages.get(
              "summary.earlier",
              outcome.pages(),
              outcome.chunks(),
              earlier.added(),
              earlier.gone()),
          "muted");
    }
    return Controls.label(
        messages.get("summary." + outcome.kind(), outcome.pages(), outcome.chunks()), "muted");
  }

  private static Optional<Problem> problem(ImportOutcome outcome) {
    return Optional.ofNullable(outcome.problem()).or(() -> outcome.warnings().stream().findFirst());
  }

  private static Optional<Button> remedy(
      ImportOutcome outcome,
      String name,
      Messages messages,
      DocumentsModel model,
      ChangesController changes,
      ImportController importing) {
    if (outcome.kind() == ImportOutcome.Kind.REFUSED) {
      var again = outcome.document() == null; // could not even be read: the place, not the content
      var button =
          Controls.button(
              "import-remedy",
              messages.get(again ? "remedy.again" : "remedy.other"),
              again ? () -> importing.importAgain(outcome.file()) : importing::chooseFiles);
      button.setAccessibleText(button.getText() + " " + name);
      return Optional.of(button);
    }
    var document = outcome.document();
    var earlier = outcome.earlier();
    if (earlier != null && document != null) {
      var button =
          Controls.button(
              "import-changes",
              messages.get("remedy.changes"),
              () -> changes.open(earlier.document(), document));
      // Either may be taken out of the project while this line is in sight.
      button.visibleProperty().bind(model.holds(earlier.document(), document));
      button.managedProperty().bind(button.visibleProperty());
      button.setAccessibleText(button.getText() + " " + name);
      return Optional.of(button);
    }
    if (!outcome.warnings().isEmpty() && document != null) {
      var button =
          Controls.button("import-show", messages.get("remedy.show"), () -> model.choose(document));
      button.setAccessibleText(button.getText() + " " + name);
      return Optional.of(button);
    }
    return Optional.empty();
  }
}
