package dev.retune.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.retrieval.Verdict;
import dev.retune.training.NegativeSettings;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import dev.retune.training.loss.LossSettings;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.TestFiles;
import dev.retune.ui.support.Theme;
import dev.retune.workflow.BaseModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is learned from beside the pairs, in every theme and language; photographed into
/// `target/screenshots`.
class OtherDatasetsPictureTest {
  @TempDir Path folder;
  private final SampleTraining training = new SampleTraining();

  private Path classes() throws IOException {
    return lines("fault-reports.jsonl", "{\"text\": \"Report %d.\", \"label\": \"seals %2$d\"}");
  }

  private Path lines(String name, String form) throws IOException {
    var text =
        IntStream.range(0, 240)
            .mapToObj(i -> form.formatted(i, i % 7))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve(name), text);
  }

  private Path triplets() throws IOException {
    return lines(
        "service-questions.jsonl",
        """
        {"query": "How is valve %1$d set?", "pos": ["Valve %1$d is set so."],\
         "neg": ["Valve %1$d is new.", "Pumps are %1$d."]}\
        """);
  }

  private void scroll(ScreenWindow window, String id) {
    window.settle();
    var node = window.node(id, Node.class);
    var pane = window.node("train-plan", ScrollPane.class);
    window.fx(() -> {
      var content = pane.getContent();
      var at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
      var room = content.getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
      pane.setVvalue(Math.clamp((at - 60) / room, 0, 1));
      return null;
    });
  }

  private void add(ScreenWindow window, Path... datasets) {
    scroll(window, "train-other-file");
    ((TestFiles) window.ui().files()).answer(datasets);
    window.robot().clickOn("#train-other-file");
  }

  private void opened(ScreenWindow window) {
    window.size(1280, 720);
    window.await("plan", () -> window.shows("train-recommended"));
    window.robot().clickOn("#train-all-settings");
  }

  private void pictures(Locale locale, Theme theme, String name) throws Exception {
    try (var window =
        ScreenWindow.show(locale, theme, ui -> new TrainScreen(ui, training.services()))) {
      opened(window);
      scroll(window, "train-others");
      window.picture("train-others-none-" + name);
      add(window, classes(), triplets());
      window.await("both", () -> window.shows("train-other-2"));
      window.fx(() -> {
        ((ComboBox<?>) window.node("train-other-1-loss", ComboBox.class))
            .getSelectionModel()
            .selectLast();
        window.node("train-other-1-share", TextField.class).setText("2");
        return null;
      });
      scroll(window, "train-others");
      window.picture("train-others-" + name);
      scroll(window, "train-other-2");
      window.picture("train-others-negatives-" + name);
      scroll(window, "train-data");
      window.picture("train-others-data-" + name);
    }
  }

  @Test
  void inEveryThemeAndLanguage() throws Exception {
    pictures(Locale.ENGLISH, Theme.LIGHT, "light");
    pictures(Locale.ENGLISH, Theme.DARK, "dark");
    pictures(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT, "zh");
  }

  @Test
  void aLossThatCannotLearnFromThemIsMutedInTheList() throws Exception {
    try (var window = ScreenWindow.show(ui -> new TrainScreen(ui, training.services()))) {
      opened(window);
      add(window, classes());
      window.await("it", () -> window.shows("train-other-1"));
      scroll(window, "train-other-1");
      window.robot().clickOn("#train-other-1-loss");
      window.popup("train-others-losses");
      var cells = window.robot().lookup(".list-cell").queryAll();
      assertThat(cells)
          .filteredOn(cell -> cell.getStyleClass().contains("muted"))
          .extracting(cell -> ((ListCell<?>) cell).getText())
          .contains("Order of relevance · CoSENT")
          .doesNotContain("Texts of one class together · BatchHardTriplet");
    }
  }

  @Test
  void windowsWordSearchAndLengthsShowWhatMayBeSetAboutThem() throws Exception {
    try (var window = ScreenWindow.show(ui -> new TrainScreen(ui, training.services()))) {
      opened(window);
      window.fx(() -> {
        window.node("train-setting-matryoshka", TextField.class).setText("384, 128");
        return null;
      });
      scroll(window, "train-setting-windows");
      window.robot().clickOn("#train-setting-windows");
      window.await("size", () -> window.shows("train-setting-window-size"));
      scroll(window, "train-setting-matryoshka");
      window.picture("train-settings-windows");
      assertThat(window.node("train-setting-window-size", TextField.class).getText())
          .isEqualTo("256/192");
      scroll(window, "train-setting-hybrid");
      window.robot().clickOn("#train-setting-hybrid");
      window.await("weight", () -> window.shows("train-setting-hybrid-weight"));
      window.picture("train-settings-hybrid");
    }
  }

  @Test
  void theModelIsChosenAndTheRunNamed() throws Exception {
    for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      training.tuned = BaseModels.ENGLISH;
      try (var window =
          ScreenWindow.show(
              Locale.ENGLISH, theme, ui -> new TrainScreen(ui, training.services()))) {
        opened(window);
        window.fx(() -> {
          @SuppressWarnings("unchecked")
          ComboBox<String> box = window.node("train-setting-base", ComboBox.class);
          box.setValue("t-1");
          window.node("train-setting-name", TextField.class).setText("Night shift");
          return null;
        });
        window.await("chosen", () -> training.tuned.equals("t-1"));
        window.picture("train-settings-run-" + theme);
        window.robot().clickOn("#train-start");
        window.await("the run", () -> window.shows("train-run"));
        assertThat(training.runs.getFirst().configuration().name()).isEqualTo("Night shift");
      }
      training.runs.clear();
    }
  }

  @Test
  void settingsOfARunAreTakenUpAgain() throws Exception {
    var run = new SampleRun("Run 1", RunState.NEW).trained(134).ended(Verdict.WIN, .7412, .702);
    training.runs.add(run);
    try (var window = ScreenWindow.show(ui -> new TrainScreen(ui, training.services()))) {
      window.size(1280, 720);
      window.await("list", () -> window.shows("train-runs"));
      window.robot().clickOn("Run 1");
      window.await("the run", () -> window.shows("train-again"));
      window.picture("train-again");
      window.robot().clickOn("#train-again");
      window.await("plan", () -> window.shows("train-start"));
      window.robot().clickOn("#train-start");
      window.await("started", () -> training.started.size() == 1);
    }
    assertThat(training.started).containsExactly(run.configuration().settings());
    assertThat(run.configuration().settings())
        .isNotEqualTo(TrainingSettings.recommended(training.pairs));
  }

  @Test
  void whatIsChosenIsStarted() throws Exception {
    try (var window = ScreenWindow.show(ui -> new TrainScreen(ui, training.services()))) {
      opened(window);
      add(window, classes());
      window.await("it", () -> window.shows("train-other-1"));
      window.robot().clickOn("#train-start");
      window.await("started", () -> training.started.size() == 1);
    }
    assertThat(training.others)
        .singleElement()
        .satisfies(other -> {
          assertThat(other.loss().name()).isEqualTo(LossSettings.Name.BATCH_HARD_TRIPLET);
          assertThat(other.share()).isNull();
          assertThat(other.content().rows()).isEqualTo(240);
        });
    assertThat(training.started.getFirst().negatives()).isEqualTo(NegativeSettings.ALL);
  }
}
