package dev.retune.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.ScreenWindow;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

/// Where the keyboard is when a person has not touched the table, and what the drawer then tells.
class PairsFocusTest {

  private static boolean tableHasKeys(ScreenWindow window) {
    return window.shows("pairs-table")
        && window.fx(() -> window.node("pairs-table", TableView.class).isFocused());
  }

  @Test
  void theKeysDecideAsSoonAsTheScreenIsThere() throws Exception {
    var sample = SamplePairs.of(12, SampleTexts.ENGLISH);
    try (var window = ScreenWindow.show(ui -> new PairsScreen(ui, sample.services()))) {
      window.await("keys", () -> tableHasKeys(window));
      window.robot().type(KeyCode.R);
      window.await("rejected", () -> sample.row(1).status() == ReviewStatus.REJECTED);
    }
  }

  @Test
  void afterWriteTheKeysAreInTheTableNotInTheSearchField() throws Exception {
    var sample = SamplePairs.empty();
    sample.toWrite = 3;
    try (var window = ScreenWindow.show(ui -> new PairsScreen(ui, sample.services()))) {
      window.await("nothing yet", () -> window.shows("pairs-first-write"));
      window.robot().clickOn("#pairs-first-write");
      window.await("offer", () -> !window.node("pairs-write-start", Button.class).isDisabled());
      window.robot().clickOn("#pairs-write-start");
      sample.pen.release(3);
      window.await("written", () -> window.shows("pairs-write-result"));
      window.await("keys", () -> tableHasKeys(window));
    }
  }

  @Test
  void wherePassagesGaveNothingItSaysWhatToDoNext() throws Exception {
    var sample = SamplePairs.of(4, SampleTexts.ENGLISH);
    sample.toWrite = 1;
    sample.without = 67;
    sample.pen.release(1);
    try (var window = ScreenWindow.show(ui -> new PairsScreen(ui, sample.services()))) {
      window.await("rows", () -> window.shows("pairs-write"));
      window.robot().clickOn("#pairs-write");
      window.await("offer", () -> window.shows("pairs-write-offer"));
      window.robot().clickOn("#pairs-write-start");
      window.await("written", () -> window.shows("pairs-write-result"));
      assertThat(window.node("pairs-write-result", Label.class).getText())
          .contains("67 passages gave no good question")
          .contains("A language model");
      assertThat(window.shows("pairs-write-settings")).isTrue();
      window.picture("pairs-write-without");
      window.robot().clickOn("#pairs-write-add");
      window.await("by hand", () -> window.shows("pairs-add-question"));
    }
  }

  @Test
  void theHistoryTellsADecisionOnceItIsStored() throws Exception {
    var sample = SamplePairs.of(12, SampleTexts.ENGLISH);
    sample.storing = Duration.ofMillis(400);
    try (var window = ScreenWindow.show(ui -> new PairsScreen(ui, sample.services()))) {
      window.await("keys", () -> tableHasKeys(window));
      window.robot().type(KeyCode.DIGIT2);
      window.await("told", () -> history(window).contains("graded its relevance"));
      assertThat(history(window)).contains("the built-in writer wrote it");
    }
  }

  private static String history(ScreenWindow window) {
    var lines = new StringBuilder();
    window.node("pairs-history", Pane.class).getChildren().stream()
        .map(Label.class::cast)
        .forEach(line -> lines.append(line.getText()).append('\n'));
    return lines.toString();
  }
}
