package dev.retune.ui.compare;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.MarkedText;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.ToPassage;
import dev.retune.ui.support.WordMatch;
import dev.retune.workflow.SideBySide;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One found passage in a column.
final class ResultCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int TWO_LINES = 110;

  private final SideBySide.Result result;
  private final String question;
  private final MarkedText text = new MarkedText();
  private final Hyperlink toDocument;

  ResultCard(
      Messages messages,
      Contender who,
      String question,
      SideBySide.Result result,
      String document,
      Consumer<UUID> choose,
      ToPassage toPassage) {
    this.result = result;
    this.question = question;
    var words = new CompareWords(messages);
    var place = words.place(document, result.chunk().locator().firstPage());
    setId("compare-" + who.slug() + "-" + result.rank());
    getStyleClass().add("result-card");
    if (result.right()) {
      getStyleClass().add("right");
    }
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(
        messages.get(
            result.right() ? "card.right" : "card",
            messages.get(who.slug()),
            result.rank(),
            who == Contender.TUNED ? words.changeSpoken(result) : "",
            place));
    getChildren().addAll(head(messages, words, who, place), text);
    toDocument =
        Controls.link(
            getId() + "-open",
            messages.get("card.open"),
            () -> toPassage.show(result.chunk().documentId(), result.chunk().id()));
    toDocument.getStyleClass().add("small");
    fold();
    setOnMouseClicked(_ -> {
      requestFocus();
      choose.accept(result.chunk().id());
    });
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        choose.accept(result.chunk().id());
        event.consume();
      }
    });
  }

  private VBox head(Messages messages, CompareWords words, Contender who, String place) {
    var line = new HBox(Controls.label(Integer.toString(result.rank()), "rank"));
    line.getStyleClass().add("card-line");
    line.setAlignment(Pos.CENTER_LEFT);
    var change = words.change(result);
    if (who == Contender.TUNED && !change.isEmpty()) {
      var tone =
          result.appeared() ? "change-new" : result.gained() > 0 ? "change-up" : "change-down";
      var label = Controls.label(change, "change", tone);
      label.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(label);
    }
    if (result.right()) {
      line.getChildren().add(Controls.icon(Feather.CHECK, "role-right"));
    }
    var where = Controls.label(place, "small");
    where.setMinWidth(0);
    where.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // the page stands at the end
    var score =
        Controls.label(CompareWords.score(locale(messages), result.score()), "muted", "small");
    score.setMinWidth(USE_PREF_SIZE);
    line.getChildren().addAll(where, Controls.spacer(), score);
    var headings = String.join(" › ", result.chunk().headingPath());
    var box = new VBox(line);
    if (!headings.isEmpty()) {
      var path = Controls.label(headings, "muted", "small");
      path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
      box.getChildren().add(path);
    }
    return box;
  }

  private static Locale locale(Messages messages) {
    return messages.locale();
  }

  /// Marks the card of the chosen passage; `open` also shows the whole passage.
  void chosen(Optional<UUID> passage, boolean open) {
    var is = passage.equals(Optional.of(result.chunk().id()));
    pseudoClassStateChanged(CHOSEN, is);
    if (is && open) {
      var whole = result.chunk().whole();
      text.show(
          whole,
          WordMatch.words(question, whole),
          WordMatch.sentence(question, whole).orElse(null));
      if (!getChildren().contains(toDocument)) {
        getChildren().add(toDocument);
      }
    } else {
      fold();
    }
  }

  private void fold() {
    getChildren().remove(toDocument);
    var snippet = Snippet.of(question, result.chunk().whole(), TWO_LINES);
    text.show(snippet.text(), snippet.marks(), null);
  }
}
