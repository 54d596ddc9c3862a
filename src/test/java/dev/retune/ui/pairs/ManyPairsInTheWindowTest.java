package dev.retune.ui.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.FxStalls;
import dev.retune.ui.support.ScreenWindow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A hundred thousand pairs in the real view: whatever a person does, the window answers soon. The
/// limits are generous, because they hold for a slow machine that draws without a graphics card.
@Tag("benchmark")
class ManyPairsInTheWindowTest {
  private static final int MANY = 100_000;

  private static final int SEVERAL = 10_000;

  private static final long ONE = 250;
  private static final long ALL = 1_000;

  @SuppressWarnings("unchecked")
  private static TableView<PairRow> table(ScreenWindow window) {
    return window.node("pairs-table", TableView.class);
  }

  private static void press(ScreenWindow window, KeyCode... keys) {
    window.robot().press(keys).release(keys);
    window.settle();
  }

  private static int shown(ScreenWindow window) {
    return window.fx(() -> table(window).getItems().size());
  }

  private static long rejected(SamplePairs sample) {
    return sample.all().stream().filter(row -> row.status() == ReviewStatus.REJECTED).count();
  }

  private static void within(long limit, FxStalls stalls, String what) {
    var millis = stalls.longestMillis();
    assertThat(millis).as("milliseconds on the FX thread: " + what).isLessThan(limit);
  }

  @Test
  void theWindowAnswersSoon() throws Exception {
    var sample = SamplePairs.of(MANY, SampleTexts.ENGLISH);
    try (var window = ScreenWindow.show(ui -> new PairsScreen(ui, sample.services()));
        var stalls = new FxStalls()) {
      window.await("looked", () -> window.shows("pairs-table"));
      window.await("rows", () -> table(window).getItems().size() == MANY);
      window.settle();
      window.fx(() -> {
        table(window).scrollTo(MANY - 5);
        return null;
      });
      window.settle();
      within(ONE, stalls, "scroll to the end");
      window.fx(() -> {
        table(window).getSelectionModel().clearAndSelect(1);
        table(window).requestFocus();
        return null;
      });
      press(window, KeyCode.A);
      window.await("stored", () -> sample.row(1).status() == ReviewStatus.ACCEPTED);
      window.settle();
      within(ONE, stalls, "one decision");
      press(window, KeyCode.U);
      window.await("undone", () -> sample.row(1).status() == ReviewStatus.TO_REVIEW);
      window.settle();
      within(ONE, stalls, "undo of one");
      window.robot().clickOn("#pairs-search").write("torque (14000)");
      window.await("filtered", () -> shown(window) == 1);
      within(ONE, stalls, "filter");
      press(window, KeyCode.ESCAPE);
      window.await("unfiltered", () -> shown(window) == MANY);
      within(ONE, stalls, "no filter");
      window.robot().clickOn("#pairs-to-review");
      window.await("to review", () -> shown(window) < MANY);
      within(ONE, stalls, "status");
      window.robot().clickOn("#pairs-all");
      window.await("all", () -> shown(window) == MANY);
      within(ONE, stalls, "all");
      var first = window.fx(() -> table(window).getItems().getFirst());
      window.robot().clickOn("Question");
      window.await("sorted", () -> !table(window).getItems().getFirst().equals(first));
      window.settle();
      within(ALL, stalls, "sort");
    }
  }

  /// The table of the toolkit forgets many selected rows slowly, so this is measured on fewer.
  @Test
  void decidingOnAllAnswersSoon() throws Exception {
    var sample = SamplePairs.of(SEVERAL, SampleTexts.ENGLISH);
    try (var window = ScreenWindow.show(ui -> new PairsScreen(ui, sample.services()));
        var stalls = new FxStalls()) {
      window.await("looked", () -> window.shows("pairs-table"));
      window.settle();
      stalls.longestMillis();
      window.fx(() -> {
        table(window).requestFocus();
        return null;
      });
      press(window, KeyCode.SHORTCUT, KeyCode.A);
      window.await(
          "all chosen",
          () -> table(window).getSelectionModel().getSelectedItems().size() == SEVERAL);
      within(ALL, stalls, "select all");
      press(window, KeyCode.R);
      window.await("stored", () -> rejected(sample) == SEVERAL);
      window.settle();
      within(ALL, stalls, "decide on all");
      press(window, KeyCode.SHORTCUT, KeyCode.Z);
      window.await("undone", () -> rejected(sample) < SEVERAL);
      window.settle();
      within(ALL, stalls, "undo of all");
    }
  }
}
