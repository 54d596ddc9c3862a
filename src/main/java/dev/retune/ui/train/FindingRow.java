package dev.retune.ui.train;

import dev.retune.training.preflight.Finding;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One finding with its remedy; pairs that the base model does not find can be opened.
final class FindingRow extends HBox {
  private static final int OPENED = 5;
  private static final int QUESTION = 90;

  private final Messages messages;
  private final TrainServices services;

  FindingRow(Ui ui, TrainServices services, Finding finding) {
    this.messages = ui.messages(FindingRow.class);
    this.services = services;
    var problem = finding.problem();
    setId("train-check-" + problem.code().replaceAll("[^a-z]+", "-"));
    getStyleClass().addAll("finding", finding.severity().name().toLowerCase(Locale.ROOT));
    setAlignment(Pos.TOP_LEFT);
    var text =
        new VBox(
            Controls.paragraph(problem.cause().in(ui.locale())),
            Controls.paragraph(problem.remedy().in(ui.locale()), "muted"));
    HBox.setHgrow(text, Priority.ALWAYS);
    if (finding instanceof Finding.Unranked unranked) {
      unranked.misses().stream().limit(OPENED).map(this::open).forEach(text.getChildren()::add);
    }
    getChildren().addAll(icon(finding), text);
  }

  private static FontIcon icon(Finding finding) {
    return switch (finding.severity()) {
      case NOTE -> Controls.icon(Feather.INFO, "muted");
      case WARNING -> Controls.icon(Feather.ALERT_TRIANGLE, "role-bm25");
      case BLOCKING -> Controls.icon(Feather.ALERT_OCTAGON, "role-lost");
    };
  }

  private Hyperlink open(Finding.Miss miss) {
    var question = miss.question().strip().replaceAll("\\s+", " ");
    var shown = question.substring(0, Math.min(QUESTION, question.length()));
    return Controls.link(
        "train-check-open",
        messages.get("check.open", shown, Integer.toString(miss.rank())),
        () -> services.toPair().accept(miss.question()));
  }
}
