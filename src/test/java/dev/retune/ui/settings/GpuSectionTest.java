package dev.retune.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.gpu.Driver;
import dev.retune.gpu.Gpu;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import dev.retune.ui.gallery.SampleSettings;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.ScreenWindow;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.TestFiles;
import dev.retune.ui.support.Theme;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.GpuStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the settings say of a graphics card, and what can be done about it there.
class GpuSectionTest {
  private static final Driver.Cards CARD =
      new Driver.Cards("550.54", List.of(new Driver.Card("NVIDIA L4", 23034, "8.9")));
  private static final Path LIBRARIES = Path.of("/home/ana/.local/share/retune/gpu/cuda/torch/lib");
  private static final Problem FAILS =
      Problem.of(GpuStatus.class, "gpu.trial", "CUDA driver version is insufficient.");

  private final SampleSettings settings = new SampleSettings();
  private final CountDownLatch end = new CountDownLatch(1);

  private static GpuStatus status(Driver.@Nullable Cards driver, boolean loads, boolean set) {
    return status(driver, loads, set, null);
  }

  private static GpuStatus status(
      Driver.@Nullable Cards driver, boolean loads, boolean set, @Nullable Problem why) {
    var found = new Gpu.Found(true, driver, loads, set ? LIBRARIES : null, List.of(), set);
    return new GpuStatus(found, why);
  }

  private static String state(ScreenWindow window) {
    return window.node("gpu-state", Label.class).getText();
  }

  private ScreenWindow show(Locale locale, Theme theme) throws Exception {
    var window =
        ScreenWindow.show(
            locale, theme, ui -> new Turns(ui, new GpuModel(ui.tasks(), ui.memory(), settings)));
    return window.size(1100, 960); // The section is the third, and is clicked whole.
  }

  private ScreenWindow show() throws Exception {
    return show(Locale.ENGLISH, Theme.LIGHT);
  }

  /// The settings beside nothing, as when the person goes elsewhere and comes back.
  private final class Turns implements Screen {
    private final Ui ui;
    private final GpuModel gpu;
    private final StackPane node = new StackPane();

    private Turns(Ui ui, GpuModel gpu) {
      this.ui = ui;
      this.gpu = gpu;
      come(ui);
      var buttons =
          new VBox(
              Controls.button("turn-away", "away", () -> node.getChildren().removeFirst()),
              Controls.button("turn-back", "back", () -> come(ui)));
      buttons.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
      StackPane.setAlignment(buttons, Pos.TOP_RIGHT);
      node.getChildren().add(buttons);
    }

    private void come(Ui in) {
      var model = new SettingsModel(in, settings, gpu, () -> {});
      node.getChildren().addFirst(new SettingsScreen(in, model, List.of()).node());
    }

    @Override
    public String id() {
      return "settings";
    }

    @Override
    public String title() {
      return "Settings";
    }

    @Override
    public Region node() {
      return node;
    }

    @Override
    public ObservableValue<StepStatus> status() {
      return new SimpleObjectProperty<>(StepStatus.NOT_BEGUN);
    }

    @Override
    public List<KeyHelp> keys() {
      return List.of();
    }
  }

  /// Fetching that lasts until the test ends it, or the person.
  private void fetchingLasts() {
    settings.onInstall(progress -> {
      progress.begin(Text.of(Gpu.class, "fetching", 15), 2830);
      progress.advance(1132);
      try {
        end.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      progress.checkCancelled();
    });
  }

  @Test
  void cudaSupportIsSetUpWithAButtonThatShowsHowFarItIs() throws Exception {
    settings.find(status(CARD, true, false), false);
    fetchingLasts();
    try (var window = show()) {
      window.await("the card", () -> state(window).startsWith("NVIDIA L4 was found; CUDA"));
      var mirror = "https://mirror.example/simple";
      window.robot().clickOn("#gpu-elsewhere").clickOn("#gpu-index").write(mirror);
      window.picture("settings-gpu-elsewhere");
      window.robot().clickOn("#gpu-install");
      window.await(
          "how far it is",
          () -> window.node("gpu-progress", ProgressBar.class).getProgress() == .4);
      window.picture("settings-gpu");
      window.robot().clickOn("#gpu-cancel");
      end.countDown();
      window.await("what is kept", () -> window.shows("gpu-kept"));
      assertThat(settings.index()).isEqualTo(mirror);
      assertThat(window.node("gpu-kept", Label.class).getText()).contains("What was fetched");
      window.picture("settings-gpu-kept");
      assertThat(state(window)).startsWith("NVIDIA L4 was found; CUDA support is not");
    }
  }

  @Test
  void whoeverComesBackSeesHowFarItIsAndCanCancel() throws Exception {
    settings.find(status(CARD, true, false), false);
    fetchingLasts();
    try (var window = show()) {
      window.await("the button", () -> window.shows("gpu-install"));
      window.robot().clickOn("#gpu-elsewhere").clickOn("#gpu-index").write("https://m.example");
      window.robot().clickOn("#gpu-install").clickOn("#turn-away").clickOn("#turn-back");
      window.await("how far it is", () -> window.shows("gpu-progress"));
      assertThat(window.shows("gpu-install")).isFalse();
      // Another project is opened: what was begun for the program goes on.
      var settled = new CountDownLatch(1);
      window.ui().tasks().settle(settled::countDown);
      settled.await();
      assertThat(window.shows("gpu-progress")).isTrue();
      window.robot().clickOn("#gpu-cancel");
      end.countDown();
      window.await("what is kept", () -> window.shows("gpu-kept"));
      assertThat(window.node("gpu-index", TextField.class).getText())
          .isEqualTo("https://m.example");
    }
  }

  @Test
  void aFolderThatIsCancelledIsNotSaidToBeFetched() throws Exception {
    settings.find(status(CARD, true, false), false);
    fetchingLasts();
    try (var window = show()) {
      window.await("the button", () -> window.shows("gpu-install"));
      ((TestFiles) window.ui().files()).answer(Path.of("/media/stick"));
      window.robot().clickOn("#gpu-elsewhere").clickOn("#gpu-folder").clickOn("#gpu-cancel");
      end.countDown();
      window.await("what is kept", () -> window.shows("gpu-kept"));
      assertThat(settings.taken()).isEqualTo(Path.of("/media/stick"));
      assertThat(window.node("gpu-kept", Label.class).getText()).contains("the same folder");
    }
  }

  @Test
  void whatFailedIsSaidInTheWindowsOwnWords() throws Exception {
    settings.find(status(CARD, true, false), false);
    settings.onInstall(_ -> {
      throw Problem.of(Gpu.class, "index", "https://pypi.org/simple/torch/", "no route")
          .exception();
    });
    try (var window = show()) {
      window.await("the button", () -> window.shows("gpu-install"));
      window.robot().clickOn("#gpu-install");
      window.await("why", () -> window.shows("gpu-problem"));
      assertThat(window.node("gpu-problem", Label.class).getText())
          .contains("no route", "another address or a folder")
          .doesNotContain("--");
      assertThat(window.shows("gpu-install")).isTrue();
      window.picture("settings-gpu-problem");
    }
  }

  @Test
  void nothingIsFetchedWhereItWouldNotHelp() throws Exception {
    settings.find(status(null, false, false, FAILS), false);
    try (var window = show()) {
      window.await("no card", () -> state(window).startsWith("No NVIDIA graphics card"));
      assertThat(window.shows("gpu-install")).isFalse();
      assertThat(window.shows("gpu-elsewhere")).isFalse();
      assertThat(window.shows("gpu-remove")).isFalse();

      settings.find(status(CARD, false, true, FAILS), false);
      window.robot().clickOn("#gpu-look");
      window.await("hidden", () -> state(window).contains("programs cannot load the card's"));
      assertThat(window.shows("gpu-install")).isFalse();

      var elsewhere = new Gpu.Found(false, null, false, null, List.of(), false);
      settings.find(new GpuStatus(elsewhere, FAILS), false);
      window.robot().clickOn("#gpu-look");
      window.await("the platform", () -> state(window).startsWith("CUDA support exists for Linux"));
      assertThat(window.shows("gpu-install")).isFalse();

      settings.failToLook();
      window.robot().clickOn("#gpu-look");
      window.await("why", () -> state(window).contains("nvidia-smi is a folder"));
      settings.find(status(new Driver.Cards("550.54", List.of()), true, false, FAILS), false);
      window.robot().clickOn("#gpu-look");
      window.await("a driver", () -> state(window).startsWith("A graphics card (NVIDIA driver 55"));
      assertThat(window.shows("gpu-install")).isTrue();
    }
  }

  @Test
  void onlyACardThatWasTriedIsSaidToCompute() throws Exception {
    settings.find(status(CARD, true, true, FAILS), false);
    try (var window = show(Locale.ENGLISH, Theme.DARK)) {
      window.await("why not", () -> state(window).contains("version is insufficient"));
      assertThat(state(window)).contains("models compute on the processor");
      window.picture("settings-gpu-unused-dark");
      settings.find(status(CARD, true, true), false);
      window.robot().clickOn("#gpu-look");
      window.await("trainings", () -> state(window).contains("from the next start of Retune"));
      window.robot().clickOn("#turn-away");
      settings.find(status(CARD, true, true), true);
      window.robot().clickOn("#turn-back");
      window.await("all", () -> state(window).endsWith("models compute on the card."));
    }
  }

  @Test
  void itIsRemovedOnceTheAnswerIsYes() throws Exception {
    settings.find(status(CARD, true, true), true);
    try (var window = show(Locale.SIMPLIFIED_CHINESE, Theme.LIGHT)) {
      window.await("the card", () -> state(window).endsWith("模型在显卡上计算。"));
      window.robot().clickOn("#gpu-remove");
      window.picture("settings-gpu-remove-zh");
      window.robot().clickOn("#gpu-remove-no");
      assertThat(settings.removed()).isFalse();
      window.robot().clickOn("#gpu-remove").clickOn("#gpu-remove-yes");
      window.await("removed", () -> state(window).contains("尚未安装"));
      assertThat(window.shows("gpu-remove")).isFalse();
    }
  }
}
