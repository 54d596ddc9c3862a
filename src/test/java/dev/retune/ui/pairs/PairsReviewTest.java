package dev.retune.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.ScreenWindow;
import java.util.UUID;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reviewing with the keyboard, as a person does.
class PairsReviewTest {
  private final SamplePairs sample = SamplePairs.of(12, SampleTexts.ENGLISH);
  private ScreenWindow window;

  @BeforeEach
  void open() throws Exception {
    window = ScreenWindow.show(ui -> new PairsScreen(ui, sample.services()));
    window.await("rows", () -> table().getItems().size() == 12);
    window.fx(() -> {
      table().requestFocus();
      return null;
    });
  }

  @AfterEach
  void close() {
    window.close();
  }

  @SuppressWarnings("unchecked")
  private TableView<PairRow> table() {
    return window.node("pairs-table", TableView.class);
  }

  private int focus() {
    return window.fx(() -> table().getSelectionModel().getSelectedIndex());
  }

  private void press(KeyCode... keys) {
    window.robot().press(keys).release(keys);
    window.settle();
  }

  private void stored(int index, ReviewStatus status) {
    window.await(index + " " + status, () -> sample.row(index).status() == status);
  }

  @Test
  void thePassageIsShownInItsDocument() {
    press(KeyCode.O);
    assertThat(sample.shown).containsExactly(sample.row(1).chunkId());
    window.robot().clickOn("#pairs-to-passage");
    assertThat(sample.shown).hasSize(2).containsOnly(sample.row(1).chunkId());
  }

  @Test
  void decidingGoesOnToTheNextUndecidedPairAndMovingDecidesNothing() {
    assertThat(focus()).as("first pair to review").isEqualTo(1);
    press(KeyCode.A);
    stored(1, ReviewStatus.ACCEPTED);
    assertThat(focus()).isEqualTo(2);
    press(KeyCode.R);
    stored(2, ReviewStatus.REJECTED);
    assertThat(focus()).as("3 was accepted before").isEqualTo(4);
    var before = sample.edits;
    press(KeyCode.DOWN);
    press(KeyCode.UP);
    press(KeyCode.UP);
    assertThat(focus()).isEqualTo(3);
    assertThat(sample.edits).isEqualTo(before);
  }

  @Test
  void oneKeyUndoesAndGoesBack() {
    press(KeyCode.A);
    stored(1, ReviewStatus.ACCEPTED);
    press(KeyCode.U);
    stored(1, ReviewStatus.TO_REVIEW);
    window.await("back", () -> table().getSelectionModel().getSelectedIndex() == 1);
    press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    stored(1, ReviewStatus.ACCEPTED);
    press(KeyCode.SHORTCUT, KeyCode.Z);
    stored(1, ReviewStatus.TO_REVIEW);
  }

  @Test
  void digitsGradeAndStay() {
    press(KeyCode.DIGIT2);
    window.await("graded", () -> sample.row(1).relevance() == 2);
    assertThat(focus()).isEqualTo(1);
  }

  /// While all rows are being selected the keyboard repeats the A without its Ctrl.
  @Test
  void lettingGoOfCtrlBeforeAAcceptsNothing() {
    window.fx(() -> {
      Event.fireEvent(table(), key(KeyEvent.KEY_PRESSED, true));
      Event.fireEvent(table(), key(KeyEvent.KEY_PRESSED, false));
      return null;
    });
    window.settle();
    assertThat(window.fx(() -> table().getSelectionModel().getSelectedItems().size()))
        .isEqualTo(12);
    assertThat(sample.edits).isZero();
    window.fx(() -> {
      Event.fireEvent(table(), key(KeyEvent.KEY_RELEASED, false));
      return null;
    });
    press(KeyCode.A);
    window.await("all accepted", () -> sample.edits == 1);
  }

  private static KeyEvent key(EventType<KeyEvent> type, boolean control) {
    return new KeyEvent(type, "a", "a", KeyCode.A, false, control, false, false);
  }

  @Test
  void aSelectionIsDecidedAsOneStep() {
    press(KeyCode.SHIFT, KeyCode.DOWN);
    press(KeyCode.SHIFT, KeyCode.DOWN);
    press(KeyCode.R);
    stored(1, ReviewStatus.REJECTED);
    stored(3, ReviewStatus.REJECTED);
    assertThat(sample.edits).isEqualTo(1);
    window.await("offers undo", () -> window.shows("notice-action"));
    assertThat(focus()).isEqualTo(4);
    window.robot().clickOn("#notice-action");
    stored(2, ReviewStatus.TO_REVIEW);
    stored(3, ReviewStatus.ACCEPTED);
  }

  @Test
  void aQuestionIsRewordedWhereItStandsAndKeysTypeInIt() {
    press(KeyCode.E);
    window.await("editor", () -> window.shows("question-editor"));
    press(KeyCode.SHORTCUT, KeyCode.A);
    window.robot().write("Are bars rated A or R?");
    press(KeyCode.ENTER);
    window.await("reworded", () -> sample.row(1).question().equals("Are bars rated A or R?"));
    assertThat(sample.row(1).status()).isEqualTo(ReviewStatus.TO_REVIEW);
    press(KeyCode.E);
    window.robot().write("nonsense");
    press(KeyCode.ESCAPE);
    press(KeyCode.A);
    stored(1, ReviewStatus.ACCEPTED);
    assertThat(sample.row(1).question()).isEqualTo("Are bars rated A or R?");
  }

  @Test
  void theDrawerEditsTooAndLeavingKeeps() {
    window.robot().clickOn("#pairs-drawer-question");
    press(KeyCode.SHORTCUT, KeyCode.A);
    window.robot().write("When is the QX filter due?");
    window.robot().clickOn("#pairs-accept");
    stored(1, ReviewStatus.ACCEPTED);
    window.await("kept", () -> sample.row(1).question().equals("When is the QX filter due?"));
    assertThat(window.node("pairs-drawer-question", TextArea.class).getText())
        .isEqualTo(sample.row(2).question());
  }

  @Test
  void filtersNarrowAndTheLastDecisionLeavesAWayBack() {
    window.robot().clickOn("#pairs-to-review");
    window.await("to review", () -> table().getItems().size() == 6);
    for (var left = 6; left > 0; left--) {
      var expected = left - 1;
      press(KeyCode.A);
      window.await(
          expected + " left",
          () ->
              sample.all().stream().filter(r -> r.status() == ReviewStatus.TO_REVIEW).count()
                  == expected);
    }
    window.await("all judged", () -> window.shows("pairs-all-judged"));
    assertThat(window.node("pairs-judged", Label.class).getText()).isEqualTo("12 of 12 judged");
    window.robot().clickOn("#pairs-clear-filter");
    window.await("all", () -> table().getItems().size() == 12);
  }

  @Test
  void removingEverythingIsUndone() {
    press(KeyCode.SHORTCUT, KeyCode.A);
    press(KeyCode.DELETE);
    window.await("cleared", () -> window.shows("pairs-cleared"));
    window.robot().clickOn("#pairs-cleared-undo");
    window.await("back", () -> table().getItems().size() == 12);
  }

  @Test
  void aSearchIsClearedFromWhereItFoundNothing() {
    window.robot().clickOn("#pairs-search").write("xyzzy");
    window.await("nothing", () -> window.shows("pairs-no-match"));
    assertThat(window.node("pairs-no-match-filter", Label.class).getText()).isEqualTo("“xyzzy”");
    window.robot().clickOn("#pairs-clear-filter");
    window.await("all", () -> table().getItems().size() == 12);
    UUID first = sample.row(0).id();
    assertThat(window.fx(() -> table().getItems().getFirst().id())).isEqualTo(first);
  }
}
