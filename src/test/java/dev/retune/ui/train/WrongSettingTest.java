package dev.retune.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.retune.training.Method;
import dev.retune.training.TrainingSettings;
import dev.retune.ui.support.ScreenWindow;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// What cannot be is said beside the field as it is typed, and the settings stay as they were.
class WrongSettingTest {
  private final SampleTraining training = new SampleTraining();

  /// One row.
  ///
  /// @param method that shows the field
  /// @param said words of cause and remedy
  private record Wrong(Method method, String field, String typed, String... said) {}

  private static Stream<Wrong> table() {
    return Stream.of(
        new Wrong(Method.FULL, "epochs", "0", "epochs is 0", "larger"),
        new Wrong(Method.FULL, "epochs", "many", "number"),
        new Wrong(Method.FULL, "max-steps", "-1", "maxSteps", "larger"),
        new Wrong(Method.FULL, "batch-size", "0", "batchSize is 0", "at least 2", "larger"),
        new Wrong(Method.FULL, "batch-size", "-4", "batchSize is -4", "at least 2", "larger"),
        new Wrong(Method.FULL, "learning-rate", "0", "learningRate", "above 0", "within"),
        new Wrong(Method.FULL, "learning-rate", "NaN", "learningRate", "above 0", "within"),
        new Wrong(Method.FULL, "warmup-ratio", "1.5", "warmupRatio", "between", "within"),
        new Wrong(Method.FULL, "hidden-dropout", "1", "hiddenDropout", "within"),
        new Wrong(Method.FULL, "freeze-layers", "-1", "freeze.layers", "larger"),
        new Wrong(Method.FULL, "patience", "-1", "earlyStopping.patience", "larger"),
        new Wrong(Method.FULL, "checkpoints-kept", "0", "checkpoints.keep", "larger"),
        new Wrong(Method.FULL, "scale", "0", "scale", "0.001"),
        new Wrong(Method.FULL, "label-smoothing", "1", "label-smoothing", "0.9"),
        new Wrong(Method.LORA, "lora-rank", "0", "lora.rank is 0", "larger"),
        new Wrong(Method.LORA, "lora-alpha", "0", "lora.alpha", "within"),
        new Wrong(Method.LORA, "lora-dropout", "1", "lora.dropout", "within"),
        new Wrong(Method.LORA, "lora-targets", "", "lora.targets", "Name at least one"),
        new Wrong(Method.LINEAR_ADAPTER, "adapter-dimension", "-1", "adapter.dimension", "larger"),
        new Wrong(Method.TWO_LAYER_ADAPTER, "adapter-hidden", "0", "adapter.hidden", "larger"));
  }

  @Test
  void eachIsSaidWithItsRemedyAndNotTaken() throws Exception {
    try (var window = ScreenWindow.show(ui -> new TrainScreen(ui, training.services()))) {
      window.await("plan", () -> window.shows("train-recommended"));
      window.robot().clickOn("#train-all-settings");
      for (var wrong : table().toList()) {
        window.fx(() -> {
          @SuppressWarnings("unchecked")
          ComboBox<String> box = window.node("train-setting-method", ComboBox.class);
          box.setValue(wrong.method().name());
          return null;
        });
        var field = window.node("train-setting-" + wrong.field(), TextField.class);
        var before = window.fx(field::getText);
        window.fx(() -> {
          field.setText(wrong.typed());
          return null;
        });
        var said =
            window.fx(() ->
                field.getParent().lookupAll(".role-lost").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());
        assertThat(said).as(wrong.field()).singleElement(STRING).contains(wrong.said());
        window.fx(() -> {
          field.setText(before);
          return null;
        });
      }
      window.robot().clickOn("#train-start");
      window.await("started", () -> training.started.size() == 1);
    }
    var expected = TrainingSettings.recommended(training.pairs).with(Method.TWO_LAYER_ADAPTER);
    assertThat(training.started).isEqualTo(List.of(expected));
  }
}
