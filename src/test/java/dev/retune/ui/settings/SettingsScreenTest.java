package dev.retune.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.ui.gallery.SampleSettings;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.TestBrowser;
import dev.retune.workflow.Settings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;

class SettingsScreenTest {
  private final SampleSettings settings = new SampleSettings();
  private final AtomicInteger dressed = new AtomicInteger();

  @Test
  void languageAndThemeHoldAtOnce() throws Exception {
    try (var window = show()) {
      window.robot().clickOn("#language-chinese").clickOn("#theme-dark");
      assertThat(settings.get().language()).isEqualTo(Settings.Language.CHINESE);
      assertThat(settings.get().theme()).isEqualTo(Settings.Theme.DARK);
      assertThat(dressed).hasValue(2);
    }
  }

  @Test
  void theEndpointIsSavedAndTheKeyIsNot() throws Exception {
    try (var window = show()) {
      window.robot().clickOn("#llm-url").write("http://localhost:8080/v1");
      window.robot().clickOn("#llm-model").write("writer-7b");
      assertThat(state(window)).startsWith("No key yet. Set OPENAI_API_KEY");
      window.robot().clickOn("#llm-key").write("sk-secret").clickOn("#llm-key-use");
      assertThat(window.node("llm-key", PasswordField.class).getText()).isEmpty();
      assertThat(state(window)).contains("never written to disk");
      assertThat(settings.get().llm())
          .isEqualTo(
              new Settings.LlmEndpoint("http://localhost:8080/v1", "writer-7b", "OPENAI_API_KEY"));
      assertThat(settings.get().toString()).doesNotContain("sk-secret");
      window.robot().clickOn("#llm-key-forget");
      assertThat(settings.hasSessionKey()).isFalse();
    }
  }

  @Test
  void aVariableThatIsSetIsNamed() throws Exception {
    try (var window = show()) {
      window.robot().doubleClickOn("#llm-variable").write("SET_ALREADY");
      assertThat(state(window)).isEqualTo("The key is read from SET_ALREADY.");
    }
  }

  @Test
  void theDataFolderCanBeShown() throws Exception {
    try (var window = show()) {
      window.node("settings-scroll", ScrollPane.class).setVvalue(1);
      window.robot().clickOn("#data-folder-show");
      assertThat(((TestBrowser) window.ui().browser()).opened())
          .containsExactly("/home/ana/.local/share/retune");
    }
  }

  private ScreenWindow show() throws Exception {
    return ScreenWindow.show(ui -> {
      var gpu = new GpuModel(ui.tasks(), ui.memory(), settings);
      var model = new SettingsModel(ui, settings, gpu, dressed::incrementAndGet);
      return new SettingsScreen(ui, model, List.of());
    });
  }

  private static String state(ScreenWindow window) {
    return window.node("llm-key-state", Label.class).getText();
  }
}
