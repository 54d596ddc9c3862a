package dev.retune.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.text.Text;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.gallery.SampleDocuments;
import dev.retune.ui.gallery.SampleShell;
import dev.retune.ui.gallery.StandIn;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.TestUi;
import dev.retune.ui.support.Theme;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
  private final Ui ui = TestUi.of(Locale.ENGLISH);
  private final SampleShell actions = new SampleShell();
  private Shell shell;

  @Start
  void start(Stage stage) {
    Screen documents = new DocumentsScreen(ui, SampleDocuments.full(), () -> {}, () -> {});
    shell =
        new Shell(
            ui,
            "Pump manuals",
            actions,
            List.of(
                documents,
                new StandIn("pairs", "Pairs", new StepStatus(StepStatus.State.BEGUN, "1 / 2")),
                new StandIn("train", "Train", StepStatus.NOT_BEGUN),
                new StandIn("compare", "Compare", StepStatus.NOT_BEGUN),
                new StandIn("models", "Models", StepStatus.NOT_BEGUN)),
            new StandIn("settings", "Settings", StepStatus.NOT_BEGUN));
    var scene = new Scene(shell, 1280, 800);
    Theme.LIGHT.apply(scene, Locale.ENGLISH);
    stage.setScene(scene);
    stage.show();
    stage.toFront();
  }

  @Stop
  void stop() {
    shell.dispose();
    ui.tasks().close();
  }

  @Test
  void numbersGoToSteps(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
    assertThat(shell.currentProperty().get().id()).isEqualTo("train");
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
    assertThat(shell.currentProperty().get().id()).isEqualTo("documents");
    robot.clickOn("#step-models");
    assertThat(shell.currentProperty().get().id()).isEqualTo("models");
    robot.clickOn("#open-settings");
    assertThat(shell.currentProperty().get().id()).isEqualTo("settings");
  }

  @Test
  void theRailTellsStateNumberAndWhatIsNext(FxRobot robot) {
    await(
        () -> robot.lookup("#step-documents").<RailStep>query().getAccessibleText().contains("4"));
    assertThat(robot.lookup("#step-documents").<RailStep>query().getAccessibleText())
        .isEqualTo("Documents, done, 4 · 453");
    assertThat(next(robot, "#step-train")).isTrue();
    assertThat(next(robot, "#step-compare")).isFalse();
  }

  @Test
  void slashSearchesAndTypedSlashStaysText(FxRobot robot) {
    await(() -> robot.lookup("#documents-filter").query().isVisible());
    robot.type(KeyCode.SLASH);
    TextField filter = robot.lookup("#documents-filter").query();
    assertThat(filter.isFocused()).isTrue();
    assertThat(filter.getText()).isEmpty();
    robot.type(KeyCode.SLASH);
    assertThat(filter.getText()).isEqualTo("/");
  }

  @Test
  void escapeLeavesTheFieldForThePaneAndAStepKeyKeepsTheKeyboardThere(FxRobot robot) {
    await(() -> robot.lookup("#documents-table").tryQuery().isPresent());
    robot.type(KeyCode.SLASH);
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#documents-table").query().isFocused()).isTrue();
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
    assertThat(robot.lookup("#step-train").query().isFocused())
        .as("a step without anything to focus leaves the keyboard on the rail")
        .isTrue();
  }

  @Test
  void helpListsTheKeysOfTheScreenAndEscapeClosesIt(FxRobot robot) {
    robot.clickOn("#open-help");
    assertThat(robot.lookup("#keys-pane").tryQuery()).isPresent();
    assertThat(robot.lookup("Ctrl+O").tryQuery()).isPresent();
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#keys-pane").tryQuery()).isEmpty();
  }

  @Test
  void f6MovesBetweenPanes(FxRobot robot) {
    await(() -> robot.lookup("#documents-table").tryQuery().isPresent());
    robot.type(KeyCode.F6);
    assertThat(robot.lookup("#documents-table").query().isFocused()).isTrue();
    robot.type(KeyCode.F6);
    assertThat(robot.lookup("#passage-list").query().isFocused()).isTrue();
    robot.type(KeyCode.F6);
    assertThat(robot.lookup("#step-documents").query().isFocused()).isTrue();
  }

  @Test
  void runningWorkShowsAndCanBeStopped(FxRobot robot) throws Exception {
    var title = Text.of(Shell.class, "settings");
    var stopped = new CountDownLatch(1);
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            ui.tasks()
                .<Boolean>run(
                    title,
                    progress -> {
                      progress.begin(title, 412);
                      progress.advance(84);
                      while (!progress.cancelled()) {
                        Thread.sleep(2);
                      }
                      stopped.countDown();
                      return true;
                    },
                    _ -> {}));
    await(() -> robot.lookup("#status-work-text").tryQuery().isPresent());
    await(() ->
        robot.lookup("#status-work-text").<Label>query().getText().equals("Settings · 84 of 412"));
    robot.clickOn("#status-work-cancel");
    assertThat(stopped.await(5, TimeUnit.SECONDS)).isTrue();
    await(() -> robot.lookup("#status-work-text").tryQuery().isEmpty());
  }

  @Test
  void theProjectMenuOpensAnotherProject(FxRobot robot) {
    robot.clickOn("#project-menu");
    robot.clickOn("Ward guidelines");
    assertThat(actions.done()).containsExactly("open /projects/ward");
    robot.clickOn("#project-menu");
    robot.clickOn("Open the sample");
    assertThat(actions.done()).endsWith("sample");
  }

  private static boolean next(FxRobot robot, String step) {
    return robot.lookup(step).<RailStep>query().lookup(".step-next").isVisible();
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(5_000, condition));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
