package dev.retune.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.Split;
import dev.retune.encoder.InputType;
import dev.retune.retrieval.Verdict;
import dev.retune.training.Method;
import dev.retune.training.RunState;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.preflight.Finding;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// Planning, watching and ending a run; every state photographed into `target/screenshots`.
class TrainScreenTest {
  private final SampleTraining training = new SampleTraining();

  private ScreenWindow show(Locale locale, Theme theme) throws Exception {
    return ScreenWindow.show(locale, theme, ui -> new TrainScreen(ui, training.services()));
  }

  private ScreenWindow show() throws Exception {
    return show(Locale.ENGLISH, Theme.LIGHT);
  }

  private static String text(ScreenWindow window, String id) {
    return window.node(id, Label.class).getText();
  }

  @Test
  void cardsSayWhatTheyDoAndHowLongItTakesHere() throws Exception {
    training.findings = List.of(SampleTraining.few());
    training.runs.add(
        new SampleRun("Run 1", RunState.NEW).trained(134).ended(Verdict.WIN, .7412, .702));
    for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      try (var window = show(Locale.ENGLISH, theme)) {
        window.await("plan", () -> window.shows("train-recommended"));
        window.picture("train-plan-" + theme);
      }
    }
    try (var window = show(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT)) {
      window.await("plan", () -> window.shows("train-recommended"));
      window.picture("train-plan-zh");
    }
  }

  @Test
  void theCheckSaysWhatItFindsAndLeadsToThePairs() throws Exception {
    training.found =
        List.of(
            new Finding.Truncated(InputType.PASSAGE, 288, .7, 512, 1640),
            new Finding.SharedQuestions(
                Split.VALIDATION,
                3,
                47,
                "What torque does the M8 gland nut take?",
                "What torque does the M8 gland nut take",
                1),
            new Finding.Unranked(
                50,
                218,
                412,
                false,
                List.of(
                    new Finding.Miss("q1", "How is the seal fitted?", "p9", "Seals …", 187),
                    new Finding.Miss("q2", "Who may open the cover?", "p4", "Covers …", 64))));
    training.checking.countDown();
    for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      try (var window = show(Locale.ENGLISH, theme)) {
        checked(window);
        window.picture("train-check-" + theme);
      }
    }
    try (var window = show(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT)) {
      checked(window);
      window.picture("train-check-zh");
      window.robot().clickOn("#train-check-open");
      assertThat(training.openedPairs).containsExactly("How is the seal fitted?");
    }
  }

  private static void checked(ScreenWindow window) throws Exception {
    window.await("plan", () -> window.shows("train-check"));
    window.robot().clickOn("#train-check");
    window.await("found", () -> window.shows("train-check-expected"));
  }

  @Test
  void theCheckCanBeCancelledAndBeClean() throws Exception {
    try (var window = show()) {
      window.await("plan", () -> window.shows("train-check"));
      window.robot().clickOn("#train-check");
      window.await("running", () -> window.shows("train-check-cancel"));
      window.picture("train-check-running");
      window.robot().clickOn("#train-check-cancel");
      window.await("as before", () -> window.shows("train-check"));
      training.checking.countDown();
      window.robot().clickOn("#train-check");
      window.await("clean", () -> window.shows("train-check-clean"));
      window.picture("train-check-clean");
      window.robot().clickOn("#train-quick");
      window.await("other settings", () -> !window.shows("train-check-clean"));
    }
  }

  @Test
  void settingsAreFoldedAndChangedOnesAreMarkedAndStarted() throws Exception {
    try (var window = show()) {
      window.await("plan", () -> window.shows("train-recommended"));
      assertThat(window.shows("train-settings")).isFalse();
      window.robot().clickOn("#train-all-settings");
      window.picture("train-settings");
      var epochs = window.node("train-setting-epochs", TextField.class);
      window.robot().doubleClickOn(epochs).write("5");
      window.await("marked", () -> window.shows("train-settings-changed"));
      window.robot().clickOn("#train-start");
      window.await("started", () -> training.started.size() == 1);
      assertThat(training.started.getFirst().epochs()).isEqualTo(5);
      window.await("run in front", () -> window.shows("train-run"));
    }
  }

  @Test
  void theChosenLossDecidesWhatMayBeSet() throws Exception {
    try (var window = show()) {
      window.await("plan", () -> window.shows("train-recommended"));
      window.robot().clickOn("#train-all-settings");
      assertThat(window.shows("train-setting-symmetric")).isTrue();
      assertThat(window.shows("train-setting-margin")).isFalse();
      window.fx(() -> {
        window.node("train-setting-loss", ComboBox.class).getSelectionModel().select(1);
        return null;
      });
      window.await("margin", () -> window.shows("train-setting-margin"));
      assertThat(window.shows("train-setting-symmetric")).isFalse();
      assertThat(window.node("train-setting-scale", TextField.class).getText()).isEqualTo("100");
      assertThat(window.shows("train-settings-changed")).isTrue();
      window.fx(() -> {
        window.node("train-plan", ScrollPane.class).setVvalue(.45);
        return null;
      });
      window.picture("train-settings-loss");
      window.robot().clickOn("#train-start");
      window.await("started", () -> training.started.size() == 1);
      assertThat(training.started.getFirst().loss())
          .isEqualTo(LossSettings.of(LossSettings.Name.GIST_EMBED));
    }
  }

  @Test
  void theChosenMethodDecidesWhatMayBeSet() throws Exception {
    try (var window = show()) {
      window.await("plan", () -> window.shows("train-recommended"));
      window.robot().clickOn("#train-all-settings");
      assertThat(window.shows("train-setting-lora-rank")).isFalse();
      window.fx(() -> {
        window.node("train-setting-method", ComboBox.class).getSelectionModel().select(1);
        return null;
      });
      window.await("rank", () -> window.shows("train-setting-lora-rank"));
      assertThat(window.shows("train-setting-freeze-layers")).isFalse();
      assertThat(window.node("train-setting-learning-rate", TextField.class).getText())
          .isEqualTo("2e-4");
      window.picture("train-settings-method");
      window.robot().clickOn("#train-start");
      window.await("started", () -> training.started.size() == 1);
      assertThat(training.started.getFirst().method()).isEqualTo(Method.LORA);
    }
  }

  @Test
  void vectorsThatMayBeShortenedAreListedByLength() throws Exception {
    try (var window = show()) {
      window.await("plan", () -> window.shows("train-recommended"));
      window.robot().clickOn("#train-all-settings");
      var lengths = window.node("train-setting-matryoshka", TextField.class);
      window.fx(() -> {
        window.node("train-plan", ScrollPane.class).setVvalue(.62);
        lengths.setText("384, 0");
        return null;
      });
      assertThat(window.shows("train-settings-changed")).isFalse();
      window.fx(() -> {
        lengths.setText("384, 256, 128, 64");
        return null;
      });
      window.await("marked", () -> window.shows("train-settings-changed"));
      window.picture("train-settings-matryoshka");
      window.robot().clickOn("#train-start");
      window.await("started", () -> training.started.size() == 1);
      assertThat(training.started.getFirst().dimensions()).containsExactly(384, 256, 128, 64);
    }
  }

  @Test
  void everyLengthIsInTheResult() throws Exception {
    var run = new SampleRun("Run 2", RunState.RUNNING).trained(96);
    training.runs.add(run);
    try (var window = ScreenWindow.show(ui -> new TrainScreen(ui, training.services()))) {
      window.await("run in front", () -> window.shows("train-run"));
      run.endedAtEveryLength();
      window.await("table", () -> window.shows("train-dimensions"));
      assertThat(texts(window.node("train-dimensions", DimensionTable.class)))
          .contains("128", "33%", "80 of 100", "0.7156", "0.5815");
      window.picture("train-dimensions");
    }
    var own = training.services();
    try (var window =
        ScreenWindow.show(Locale.SIMPLIFIED_CHINESE, Theme.DARK, ui -> new TrainScreen(ui, own))) {
      window.await("list", () -> window.shows("train-runs"));
      window.robot().clickOn("Run 2");
      window.await("table", () -> window.shows("train-dimensions"));
      window.picture("train-dimensions-dark-zh");
    }
  }

  private static List<String> texts(DimensionTable table) {
    return table.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
  }

  @Test
  void aWrongNumberIsSaidAndNotTaken() throws Exception {
    try (var window = show()) {
      window.await("plan", () -> window.shows("train-recommended"));
      window.robot().clickOn("#train-all-settings");
      var batch = window.node("train-setting-batch-size", TextField.class);
      window.fx(() -> {
        window.node("train-plan", ScrollPane.class).setVvalue(.2);
        batch.setText("many");
        return null;
      });
      window.picture("train-settings-wrong");
      assertThat(window.shows("train-settings-changed")).isFalse();
    }
  }

  @Test
  void chartsMoveWithTheEvents() throws Exception {
    var run = new SampleRun("Run 2", RunState.RUNNING).trained(30);
    training.runs.add(run);
    var screens = new TrainScreen[1];
    try (var window =
        ScreenWindow.show(ui -> {
          screens[0] = new TrainScreen(ui, training.services());
          return screens[0];
        })) {
      window.await("run in front", () -> window.shows("train-run"));
      var loss = window.node("train-loss", RunChart.class);
      var quality = window.node("train-quality", RunChart.class);
      window.await("steps drawn", () -> loss.lines().getFirst().getData().size() == 30);
      assertThat(window.fx(() -> quality.lines().get(2).getData().size())).isEqualTo(3);
      assertThat(text(window, "train-progress-line"))
          .isEqualTo(
              "Step 30 of 134 · about 12 min left · best so far on validation 0.703, base 0.658");
      run.train(31, 64);
      window.await("more steps drawn", () -> loss.lines().getFirst().getData().size() == 64);
      window.await("more quality", () -> quality.lines().get(2).getData().size() == 6);
      assertThat(screens[0].status().getValue())
          .isEqualTo(new StepStatus(StepStatus.State.RUNNING, "64 / 134"));
      window.picture("train-running");
      window.robot().clickOn("#train-pause");
      window.await("paused", () -> window.shows("train-go-on"));
      window.picture("train-paused");
      window.robot().clickOn("#train-go-on");
      window.robot().clickOn("#train-stop");
      window.await("asked", () -> run.asked().equals(List.of("pause", "resume", "stop")));
      run.train(65, 96);
      run.ended(Verdict.WIN, .7412, .7022);
      window.await("verdict", () -> window.shows("train-verdict"));
      assertThat(text(window, "train-verdict"))
          .isEqualTo(
              "The tuned model finds the right passage in the top 5 for 83 of 100 validation"
                  + " questions; before, 73.");
      window.picture("train-win");
      window.robot().clickOn("#train-compare");
      assertThat(training.compared).containsExactly("Run 2");
    }
  }

  @Test
  void losingIsToldAsPlainly() throws Exception {
    training.runs.add(
        new SampleRun("Run 3", RunState.RUNNING)
            .trained(134)
            .ended(Verdict.REGRESSION, .6311, .7022));
    try (var window = show(Locale.ENGLISH, Theme.DARK)) {
      window.await("list", () -> window.shows("train-runs"));
      window.robot().clickOn("Run 3");
      window.await("verdict", () -> window.shows("train-verdict"));
      assertThat(text(window, "train-verdict")).startsWith("The tuned model is worse");
      assertThat(text(window, "train-verdict-bm25")).contains("does better than the tuned model");
      window.picture("train-lost");
    }
  }

  @Test
  void anInterruptedRunIsTakenUpAgain() throws Exception {
    var run = new SampleRun("Run 4", RunState.RUNNING).trained(70);
    run.become(RunState.INTERRUPTED);
    training.runs.add(run);
    try (var window = show()) {
      window.await("told", () -> window.shows("train-broken"));
      window.picture("train-interrupted");
      window.robot().clickOn("#train-resume");
      window.await("running", () -> window.shows("train-pause"));
      assertThat(training.taken).containsExactly("Run 4");
      window.robot().clickOn("#train-all-runs");
      window.await("list", () -> window.shows("train-runs"));
    }
  }

  @Test
  void theBestOfAnInterruptedRunCanBeKept() throws Exception {
    var run = new SampleRun("Run 4", RunState.RUNNING).trained(70);
    run.become(RunState.INTERRUPTED);
    training.runs.add(run);
    try (var window = show()) {
      window.await("told", () -> window.shows("train-keep-best"));
      window.robot().clickOn("#train-keep-best");
      window.await("verdict", () -> window.shows("train-verdict"));
      assertThat(training.kept).containsExactly("Run 4");
      assertThat(training.taken).isEmpty();
    }
  }

  @Test
  void withNothingSavedThereIsNothingToKeep() throws Exception {
    var run = new SampleRun("Run 4", RunState.RUNNING).trained(7);
    run.become(RunState.INTERRUPTED);
    training.runs.add(run);
    try (var window = show()) {
      window.await("told", () -> window.shows("train-resume"));
      assertThat(window.shows("train-keep-best")).isFalse();
    }
  }

  @Test
  void aRunThatWasLeftIsStillFollowed() throws Exception {
    var run = new SampleRun("Run 5", RunState.RUNNING).trained(12);
    training.runs.add(run);
    var screens = new TrainScreen[1];
    try (var window =
        ScreenWindow.show(ui -> {
          screens[0] = new TrainScreen(ui, training.services());
          return screens[0];
        })) {
      window.await("run in front", () -> window.shows("train-all-runs"));
      window.robot().clickOn("#train-all-runs");
      window.await("list", () -> window.shows("train-runs"));
      run.train(13, 40);
      window.await("rail", () -> screens[0].status().getValue().number().equals("40 / 134"));
      assertThat(window.fx(() -> window.ui().tasks().running().size())).isEqualTo(1);
      run.become(RunState.INTERRUPTED);
      window.await(
          "attention", () -> screens[0].status().getValue().state() == StepStatus.State.ATTENTION);
      assertThat(window.fx(() -> window.ui().tasks().running().size())).isZero();
    }
  }

  @Test
  void aRunStoppedBeforeItLearnedAnythingSaysSo() throws Exception {
    var run = new SampleRun("Run 6", RunState.RUNNING).trained(0);
    training.runs.add(run);
    try (var window = show()) {
      window.await("waiting", () -> window.shows("train-loss-waiting"));
      window.picture("train-first-moments");
      run.become(RunState.STOPPED);
      window.await("told", () -> window.shows("train-broken"));
    }
  }

  @Test
  void withoutPairsItSaysWhatIsNeeded() throws Exception {
    training.pairs = 0;
    try (var window = show()) {
      window.await("first use", () -> window.shows("train-no-pairs"));
      window.picture("train-no-pairs");
    }
  }

  @Test
  void theChineseRunFitsASmallWindow() throws Exception {
    training.runs.add(new SampleRun("训练 2", RunState.RUNNING).trained(64));
    try (var window = show(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT)) {
      window.await("run", () -> window.shows("train-run"));
      window.size(860, 660);
      window.picture("train-running-zh-small");
      assertThat(text(window, "train-progress-line")).startsWith("第 64 步");
    }
  }
}
