package dev.retune.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.retrieval.Verdict;
import dev.retune.training.RunState;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.TestFiles;
import dev.retune.workflow.BaseModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is prepared for a run stays what the person made of it, and what is shown speaks of it.
class PreparingTest {
  @TempDir Path folder;
  private final SampleTraining training = new SampleTraining();

  private ScreenWindow opened() throws Exception {
    var window = ScreenWindow.show(ui -> new TrainScreen(ui, training.services()));
    window.size(1280, 720);
    window.await("plan", () -> window.shows("train-recommended"));
    window.robot().clickOn("#train-all-settings");
    return window;
  }

  private static void type(ScreenWindow window, String id, String text) {
    window.fx(() -> {
      window.node(id, TextField.class).setText(text);
      return null;
    });
  }

  private static void base(ScreenWindow window, String id) {
    window.fx(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<String> box = window.node("train-setting-base", ComboBox.class);
      box.setValue(id);
      return null;
    });
  }

  private static boolean ready(ScreenWindow window) {
    return window.fx(() -> !window.node("train-start", Node.class).isDisabled());
  }

  private Path classes(String name) throws IOException {
    var text =
        IntStream.range(0, 40)
            .mapToObj("{\"text\": \"Report %1$d.\", \"label\": \"%1$d\"}"::formatted)
            .map(line -> line.replaceAll("\"label\": \"(\\d*)(\\d)\"", "\"label\": \"$2\""))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve(name), text);
  }

  private static void scroll(ScreenWindow window, double to) {
    window.fx(() -> {
      window.node("train-plan", ScrollPane.class).setVvalue(to);
      return null;
    });
  }

  @Test
  void theModelChosenLastIsTheOneTuned() throws Exception {
    training.slow = BaseModels.CHINESE;
    try (var window = opened()) {
      base(window, BaseModels.CHINESE);
      window.await("asked", () -> training.asked.contains(BaseModels.CHINESE));
      assertThat(ready(window)).isFalse();
      assertThat(window.shows("train-start-line")).isTrue();
      base(window, BaseModels.ENGLISH);
      training.looked.countDown();
      window.await("ready", () -> ready(window));
      assertThat(training.tuned).isEqualTo(BaseModels.ENGLISH);
      assertThat(window.node("train-setting-base", ComboBox.class).getValue())
          .isEqualTo(BaseModels.ENGLISH);
      assertThat(window.shows("train-start-line")).isFalse();
    }
  }

  @Test
  void whatPreventsTheStartIsSaidBesideItAndLeadsToTheSetting() throws Exception {
    try (var window = opened()) {
      type(window, "train-setting-freeze-layers", "12");
      window.await("refused", () -> window.shows("train-start-show"));
      assertThat(ready(window)).isFalse();
      window.picture("train-start-blocked");
      window.robot().clickOn("#train-start-show");
      window.await(
          "the field",
          () -> window.node("train-setting-freeze-layers", TextField.class).isFocused());
    }
  }

  @Test
  void settingsOfARunThatDoNotFitAreNotStartedWithAndCanBeTakenBack() throws Exception {
    training.againOn = Optional.of("t-1");
    training.runs.add(
        new SampleRun("Run 1", RunState.NEW).trained(134).ended(Verdict.WIN, .7412, .702));
    try (var window = opened()) {
      type(window, "train-setting-freeze-layers", "12");
      window.await("not ready", () -> !ready(window));
      window.fx(() -> {
        window.node("train-plan", ScrollPane.class).setVvalue(1);
        return null;
      });
      window.settle();
      window.robot().clickOn("Run 1");
      window.await("the run", () -> window.shows("train-again"));
      window.robot().clickOn("#train-again");
      window.await("its model", () -> training.tuned.equals("t-1"));
      window.await("ready", () -> window.shows("train-start") && ready(window));
      window.robot().clickOn("Undo");
      window.await("its own", () -> training.tuned.equals(BaseModels.ENGLISH));
      window.await("not ready", () -> !ready(window) && window.shows("train-start-show"));
      assertThat(window.node("train-setting-freeze-layers", TextField.class).getText())
          .isEqualTo("12");
    }
  }

  @Test
  void aCommaIsADecimalSignAndWhatIsRefusedStaysSaid() throws Exception {
    try (var window = opened()) {
      type(window, "train-setting-warmup-ratio", "0,2");
      assertThat(window.shows("train-settings-changed")).isTrue();
      assertThat(window.node("train-settings-changed", Label.class).getText()).contains("steps");
      var field = window.node("train-setting-weight-decay", TextField.class);
      window.fx(() -> {
        field.requestFocus();
        field.setText("little");
        window.node("train-setting-warmup-ratio", TextField.class).requestFocus();
        return null;
      });
      assertThat(window.node("train-setting-warmup-ratio", TextField.class).getText())
          .isEqualTo("0.2");
      assertThat(field.getText()).isNotEqualTo("little");
      var row = field.getParent();
      assertThat(row.lookupAll(".role-lost").stream().map(node -> ((Label) node).getText()))
          .singleElement()
          .asString()
          .contains("little was not taken", "0.2");
    }
  }

  @Test
  void datasetsComeInTheOrderChosenAndEachRefusalIsSaid() throws Exception {
    try (var window = opened()) {
      var first = classes("FAULTS.JSONL");
      var bad = Files.writeString(folder.resolve("notes.jsonl"), "{\"note\": 1}");
      var worse = Files.writeString(folder.resolve("other.json"), "[]");
      var last = classes("last.jsonl");
      scroll(window, .9);
      ((TestFiles) window.ui().files()).answer(first, bad, worse, last, first);
      window.fx(() -> {
        window.node("train-other-file", Button.class).fire();
        return null;
      });
      window.await("both", () -> window.shows("train-other-2"));
      assertThat(said(window, "train-other-1")).contains("FAULTS.JSONL");
      assertThat(said(window, "train-other-2")).contains("last.jsonl");
      assertThat(said(window, "train-others-refused"))
          .contains("FAULTS.JSONL is learned from already", "notes.jsonl", "other.json");
      type(window, "train-other-1-share", "0.6");
      var second = window.node("train-other-2-share", TextField.class);
      type(window, "train-other-2-share", "0.4");
      window.fx(() -> {
        window.node("train-other-1-remove", Button.class).fire();
        return null;
      });
      window.await("one", () -> !window.shows("train-other-2"));
      assertThat(window.node("train-other-1-share", TextField.class)).isSameAs(second);
    }
  }

  private static String said(ScreenWindow window, String id) {
    return window.fx(() ->
        window.node(id, Node.class).lookupAll(".label").stream()
            .map(node -> String.valueOf(((Label) node).getText()))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void wrongPassagesThatDifferFromTheCardAreSeen() throws Exception {
    try (var window = opened()) {
      assertThat(window.shows("train-setting-negatives")).isFalse();
      var dataset =
          Files.writeString(
              folder.resolve("t.jsonl"),
              "{\"query\": \"a\", \"pos\": [\"b\"], \"neg\": [\"c\", \"d\"]}\n"
                  + "{\"query\": \"e\", \"pos\": [\"f\"], \"neg\": [\"g\", \"h\"]}\n");
      ((TestFiles) window.ui().files()).answer(dataset);
      window.fx(() -> {
        window.node("train-other-file", Button.class).fire();
        return null;
      });
      window.await("it", () -> window.shows("train-other-1"));
      type(window, "train-setting-negatives", "2");
      window.fx(() -> {
        window.node("train-other-1-remove", Button.class).fire();
        return null;
      });
      assertThat(window.shows("train-settings-changed")).isTrue();
      assertThat(window.shows("train-setting-negatives")).isTrue();
    }
  }
}
