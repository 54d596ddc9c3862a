package dev.retune.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.ui.gallery.SampleModels;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.TestFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;

class ModelsScreenTest {
  private final ArrayList<String> went = new ArrayList<>();
  private final ModelsNavigation navigation =
      new ModelsNavigation(() -> went.add("train"), id -> went.add("compare " + id));

  @Test
  void theNewestTunedModelIsChosenAndExported() throws Exception {
    var models = SampleModels.full();
    try (var window = ScreenWindow.show(ui -> new ModelsScreen(ui, models, navigation))) {
      window.await("chosen", () -> window.shows("model-compare"));
      ((TestFiles) window.ui().files()).answer(Path.of("/tmp/pump-model"));
      window.robot().clickOn("#models-export");
      window.await("exported", () -> window.shows("notice-text"));
      assertThat(models.done()).containsExactly("export run-3 to /tmp/pump-model");
      window.robot().clickOn("#model-compare");
      assertThat(went).containsExactly("compare run-3");
    }
  }

  @Test
  void snippetsCanBeCopied() throws Exception {
    try (var window =
        ScreenWindow.show(ui -> new ModelsScreen(ui, SampleModels.full(), navigation))) {
      window.await("chosen", () -> window.shows("model-code"));
      window.robot().clickOn("#code-java").clickOn("#model-code-copy");
      var shown = window.node("model-code", TextArea.class).getText();
      assertThat(shown).contains("LocalEmbedder.open", "/models/run-3");
      assertThat(window.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(shown);
    }
  }

  @Test
  void removingForGoodAsks() throws Exception {
    var models = SampleModels.full();
    try (var window = ScreenWindow.show(ui -> new ModelsScreen(ui, models, navigation))) {
      window.await("chosen", () -> window.shows("model-remove"));
      window.robot().clickOn("#model-remove").clickOn("#model-remove-no");
      assertThat(models.done()).isEmpty();
      window.robot().clickOn("#model-remove").clickOn("#model-remove-yes");
      window.await(
          "gone", () -> window.node("models-table", TableView.class).getItems().size() == 3);
      assertThat(models.done()).containsExactly("remove run-3");
    }
  }

  @Test
  void withoutATunedModelItLeadsToTraining() throws Exception {
    try (var window =
        ScreenWindow.show(ui -> new ModelsScreen(ui, SampleModels.onlyBase(), navigation))) {
      window.await("hint", () -> window.shows("models-to-train"));
      assertThat(window.shows("model-remove")).isFalse();
      window.robot().clickOn("#models-to-train");
      assertThat(went).containsExactly("train");
    }
  }

  @Test
  void aFolderThatIsNoModelIsRefusedInWords() throws Exception {
    try (var window =
        ScreenWindow.show(ui -> new ModelsScreen(ui, SampleModels.full(), navigation))) {
      window.await("chosen", () -> window.shows("model-code"));
      ((TestFiles) window.ui().files()).answer(Path.of("/tmp/notes"));
      window.robot().clickOn("#models-import");
      window.await("failed", () -> window.shows("models-failed"));
      window.robot().clickOn("#models-back");
      window.await("back", () -> window.shows("models-table"));
    }
  }

  @Test
  void aModelBehindAnAddressIsConnected() throws Exception {
    var models = SampleModels.full();
    try (var window = ScreenWindow.show(ui -> new ModelsScreen(ui, models, navigation))) {
      window.await("chosen", () -> window.shows("model-code"));
      window.robot().clickOn("#models-connect");
      window.await("panel", () -> window.shows("models-connect-panel"));
      assertThat(window.node("models-connect-go", Button.class).isDisabled()).isTrue();
      window.robot().clickOn("#models-connect-url").write("http://localhost:11434/v1");
      window.robot().clickOn("#models-connect-model").write("embed");
      window.robot().clickOn("#models-connect-go");
      window.await("connected", () -> window.shows("notice-text"));
      assertThat(models.done()).containsExactly("connect http://localhost:11434/v1 embed");
      window.await("closed", () -> !window.shows("models-connect-panel"));
    }
  }

  @Test
  void modelsOfOtherProjectsAreShownButNotCounted() throws Exception {
    var made = new ArrayList<ModelsScreen>();
    try (var window =
        ScreenWindow.show(ui -> {
          var screen = new ModelsScreen(ui, SampleModels.onlyOfOthers(), navigation);
          made.add(screen);
          return screen;
        })) {
      window.await("hint", () -> window.shows("models-to-train"));
      assertThat(window.node("models-table", TableView.class).getItems().size()).isEqualTo(4);
      assertThat(window.fx(() -> made.getFirst().status().getValue()))
          .isEqualTo(StepStatus.NOT_BEGUN);
    }
  }
}
