package dev.retune.app;

import dev.retune.ui.support.TestBrowser;
import dev.retune.ui.support.TestFiles;
import dev.retune.ui.support.UiMemory;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody in front of the real window: clicks, types and reads what is shown.
final class Person implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FxRobot robot = new FxRobot();
  private final TestFiles files = new TestFiles();
  private final Stage stage;
  private final MainWindow window;

  Person(Workbench workbench) throws TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
    window =
        fx(() -> {
          var made =
              new MainWindow(
                  workbench, stage, new Desk(UiMemory.transientMemory(), files, new TestBrowser()));
          made.start(null);
          return made;
        });
  }

  FxRobot robot() {
    return robot;
  }

  /// What the next file dialog is answered with.
  void willChoose(Path... chosen) {
    files.answer(chosen);
  }

  void click(String id) {
    await(id + " to click", () -> shows(id));
    robot.clickOn("#" + id);
    WaitForAsyncUtils.waitForFxEvents();
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  boolean shows(String id) {
    return fx(() -> stage.getScene().getRoot().lookupAll("#" + id).stream().anyMatch(Person::seen));
  }

  private static boolean seen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return !(node.isDisabled());
  }

  /// Whether `text` stands somewhere, word for word.
  boolean sees(String text) {
    return fx(() -> robot.lookup(saying(text)).tryQuery().isPresent());
  }

  void clickText(String text) {
    await(text, () -> sees(text));
    robot.clickOn(robot.lookup(saying(text)).<Node>query());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Predicate<Node> saying(String text) {
    return node -> node instanceof Labeled label && text.equals(label.getText()) && seen(node);
  }

  /// All the words in what is called `id`.
  String reads(String id) {
    return fx(() ->
        robot.from(robot.lookup("#" + id).queryAll()).lookup(Person::hasWords).queryAll().stream()
            .map(node -> ((Labeled) node).getText())
            .distinct()
            .collect(Collectors.joining(" ")));
  }

  private static boolean hasWords(Node node) {
    return node instanceof Labeled label && label.getText() != null && seen(node);
  }

  int rows(String tableId) {
    return fx(() ->
        stage.getScene().getRoot().lookupAll("#" + tableId).stream()
            .filter(TableView.class::isInstance)
            .mapToInt(node -> ((TableView<?>) node).getItems().size())
            .max()
            .orElse(0));
  }

  int selected(String tableId) {
    return fx(() ->
        stage.getScene().getRoot().lookupAll("#" + tableId).stream()
            .filter(TableView.class::isInstance)
            .mapToInt(node -> ((TableView<?>) node).getSelectionModel().getSelectedItems().size())
            .max()
            .orElse(0));
  }

  void await(String what, Callable<Boolean> condition) {
    await(what, PATIENCE, condition);
  }

  void await(String what, Duration patience, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(patience.toSeconds(), TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new AssertionError("waited " + patience.toSeconds() + " s in vain for: " + what, e);
    }
  }

  static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }

  /// Closes the window as the person would; what runs elsewhere goes on.
  @Override
  public void close() {
    fx(() -> {
      window.close();
      stage.hide();
      return null;
    });
  }
}
