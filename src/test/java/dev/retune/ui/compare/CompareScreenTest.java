package dev.retune.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

/// Asking two models and BM25; every state photographed into `target/screenshots`.
class CompareScreenTest {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final SampleComparing comparing = new SampleComparing();
  private final List<String> went = new ArrayList<>();

  private ScreenWindow show(Locale locale, Theme theme) throws Exception {
    var go =
        new CompareNavigation(
            () -> went.add("train"),
            () -> went.add("pairs"),
            (document, passage) -> went.add("passage " + passage),
            () -> went.add("sample"));
    return ScreenWindow.show(locale, theme, ui -> new CompareScreen(ui, comparing, go));
  }

  private ScreenWindow ready() throws Exception {
    var window = show(Locale.ENGLISH, Theme.LIGHT);
    window.await("answer", () -> window.shows("compare-tuned-1"));
    window.await("measured", () -> table(window).getItems().size() == 60);
    return window;
  }

  private static TableView<?> table(ScreenWindow window) {
    return window.node("compare-questions", TableView.class);
  }

  private static String sum(ScreenWindow window) {
    return window.node("compare-sum", Label.class).getText();
  }

  @Test
  void theFirstQuestionIsAnsweredSideBySideAndSummedUp() throws Exception {
    try (var window = ready()) {
      assertThat(sum(window))
          .isEqualTo("The right passage rises from 5 to 1; two of the ten are new.");
      window.picture("compare-full");
      window.size(860, 660);
      window.picture("compare-small");
    }
    try (var window = show(Locale.SIMPLIFIED_CHINESE, Theme.DARK)) {
      window.await("answer", () -> window.shows("compare-tuned-1"));
      window.await("measured", () -> table(window).getItems().size() == 60);
      assertThat(sum(window)).isEqualTo("正确段落从第 5 升到第 1；10 个中有 2 个是新的。");
      window.picture("compare-zh-dark");
    }
  }

  @Test
  void severalWaysToScoreStandBesideEachOther() throws Exception {
    try (var window = ready()) {
      assertThat(window.shows("compare-ways")).isFalse();
    }
    comparing.severalWays = true;
    try (var window = ready()) {
      var said =
          window.node("compare-ways", Pane.class).getChildren().stream()
              .map(node -> ((Label) node).getText())
              .toList();
      assertThat(said).hasSize(12).contains("73%", "83%", "79%", "85%", "86%", "90%");
      assertThat(said.get(9)).contains("BM25");
      window.picture("compare-ways");
    }
    try (var window = show(Locale.SIMPLIFIED_CHINESE, Theme.DARK)) {
      window.await("measured", () -> table(window).getItems().size() == 60);
      window.picture("compare-ways-zh-dark");
    }
  }

  @Test
  void choosingAPassageMarksItInEveryColumn() throws Exception {
    try (var window = ready()) {
      window.robot().clickOn("#compare-tuned-1");
      var same = List.of("compare-tuned-1", "compare-base-5", "compare-bm25-1");
      for (var id : same) {
        assertThat(window.node(id, Node.class).getPseudoClassStates()).as(id).contains(CHOSEN);
      }
      assertThat(window.node("compare-base-1", Node.class).getPseudoClassStates())
          .doesNotContain(CHOSEN);
      window.picture("compare-chosen");
      window.robot().clickOn("#compare-tuned-1-open");
      assertThat(went).singleElement().asString().startsWith("passage ");
      window.robot().clickOn("#compare-tuned-1");
      assertThat(window.node("compare-base-5", Node.class).getPseudoClassStates())
          .doesNotContain(CHOSEN);
    }
  }

  @Test
  void theNewestSearchWins() throws Exception {
    try (var window = ready()) {
      type(window, "slow question");
      window.settle();
      type(window, "fast question");
      window.await("newest", () -> sum(window).startsWith("Another passage"));
      comparing.slow.release();
      Thread.sleep(200);
      window.settle();
      assertThat(window.node("compare-ask", TextField.class).getText()).isEqualTo("fast question");
      assertThat(sum(window)).startsWith("Another passage");
    }
  }

  private static void type(ScreenWindow window, String question) {
    window.fx(() -> {
      window.node("compare-ask", TextField.class).setText(question);
      window.node("compare-ask", TextField.class).requestFocus();
      return null;
    });
    window.robot().push(KeyCode.ENTER);
  }

  @Test
  void lostQuestionsAreAClickAway() throws Exception {
    try (var window = ready()) {
      window.robot().clickOn("#compare-lost");
      window.await("one lost", () -> table(window).getItems().size() == 1);
      window.fx(() -> {
        table(window).getSelectionModel().select(0);
        return null;
      });
      window.await("asked", () -> sum(window).startsWith("The right passage falls from 1 to 3;"));
      assertThat(window.node("compare-ask", TextField.class).getText())
          .isEqualTo("How often is the QX filter changed?");
      window.picture("compare-lost");
      assertThat(window.node("compare-what", Label.class).getText())
          .contains("bge-small-en-v1.5, Run 3 and BM25")
          .contains("60 test questions")
          .contains("Represent this sentence");
    }
  }

  @Test
  void anotherModelCanBeChosen() throws Exception {
    try (var window = ready()) {
      window.fx(() -> {
        window.node("compare-tuned", ComboBox.class).getSelectionModel().select(1);
        return null;
      });
      window.await("opened", () -> comparing.opened.equals(List.of("run-3", "run-2")));
      window.await("answer", () -> window.shows("compare-tuned-1"));
    }
  }

  @Test
  void withoutATunedModelItLeadsToTraining() throws Exception {
    comparing.tuned.clear();
    try (var window = show(Locale.ENGLISH, Theme.LIGHT)) {
      window.await("first use", () -> window.shows("compare-no-tuned"));
      window.picture("compare-no-tuned");
      window.robot().clickOn("#compare-to-train");
      assertThat(went).containsExactly("train");
    }
  }
}
