package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.MarkedText;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Span;
import dev.retune.ui.support.Ui;
import dev.retune.ui.support.WordMatch;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The passage with the sentence that answers on a tinted ground, and its neighbours folded.
final class DrawerPassage extends VBox {
  private final Messages messages;
  private final Label source = Controls.label("", "muted", "small");
  private final MarkedText text = new MarkedText();
  private final Fold before;
  private final Fold after;

  DrawerPassage(Ui ui, PairDetail detail, Runnable toPassage) {
    messages = ui.messages(DrawerPassage.class);
    getStyleClass().add("drawer-part");
    text.setId("pairs-passage");
    before = new Fold("pairs-before", messages.get("passage.before"));
    after = new Fold("pairs-after", messages.get("passage.after"));
    source.setMinWidth(0);
    var open = Controls.link("pairs-to-passage", messages.get("passage.open"), toPassage);
    open.getStyleClass().add("small");
    open.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(8, source, open);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, before, text, after);
    detail.row().subscribe(row -> row.ifPresent(this::show));
    detail
        .more()
        .subscribe(more -> {
          before.offer(more.neighbours().before());
          after.offer(more.neighbours().after());
        });
  }

  private void show(PairRow row) {
    source.setText(PairDrawer.source(messages, row).getText());
    text.show(
        row.passage(), WordMatch.words(row.question(), row.passage()), answer(row).orElse(null));
  }

  /// The recorded answer, else the sentence that shares the most with the question.
  static Optional<Span> answer(PairRow row) {
    var known = row.answer();
    var at = known == null || known.isBlank() ? -1 : row.passage().indexOf(known);
    return at >= 0 && known != null
        ? Optional.of(new Span(at, at + known.length()))
        : WordMatch.sentence(row.question(), row.passage());
  }

  /// A neighbouring passage behind one line.
  private static final class Fold extends VBox {
    private final ToggleButton toggle;
    private final MarkedText text = new MarkedText();

    Fold(String id, String title) {
      toggle = new ToggleButton(title, Controls.icon(Feather.CHEVRON_RIGHT));
      Controls.named(toggle, id, title);
      toggle.getStyleClass().addAll("flat", "fold", "small");
      text.getStyleClass().add("neighbour");
      getChildren().add(toggle);
      toggle
          .selectedProperty()
          .subscribe(open -> {
            toggle.setGraphic(Controls.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            getChildren().remove(text);
            if (open) {
              getChildren().add(text);
            }
          });
      offer(Optional.empty());
    }

    void offer(Optional<PassageSource.Passage> passage) {
      setVisible(passage.isPresent());
      setManaged(passage.isPresent());
      passage.ifPresent(shown -> text.show(shown.text(), List.of(), null));
    }
  }
}
