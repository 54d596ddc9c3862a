package dev.retune.app;

import dev.retune.ui.support.Screenshots;
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
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody in front of the real window: clicks, types and reads what is shown.
final class Person implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

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
    try {
      robot.clickOn("#" + id);
    } catch (RuntimeException _) {
      // Another took its place between looking and clicking.
      await(id + " to click", () -> shows(id));
      robot.clickOn("#" + id);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Chooses what is offered as `words` in the box called `id`.
  void choose(String id, String words) {
    click(id);
    Predicate<Node> offered =
        node -> node instanceof ListCell<?> cell && words.equals(cell.getText()) && seen(node);
    await(words, () -> fx(() -> robot.lookup(offered).tryQuery().isPresent()));
    robot.clickOn(robot.lookup(offered).<Node>query());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Puts `text` in place of what stands in the field called `id`.
  void type(String id, String text) {
    click(id);
    press(KeyCode.SHORTCUT, KeyCode.A);
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Scrolls the pane called `pane` until what is called `id` stands in its middle.
  void scroll(String pane, String id) {
    await(id + " to scroll to", () -> shows(id));
    fx(() -> {
      var scroller = (ScrollPane) stage.getScene().lookup("#" + pane);
      var content = scroller.getContent();
      var node =
          content.lookupAll("#" + id).stream().filter(Person::seen).findFirst().orElseThrow();
      var at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getCenterY();
      var height = scroller.getViewportBounds().getHeight();
      var room = content.getBoundsInLocal().getHeight() - height;
      scroller.setVvalue(room <= 0 ? 0 : Math.clamp((at - height / 2) / room, 0, 1));
      return null;
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Writes what is shown to `target/screenshots`.
  void photograph(String name) {
    fx(() -> {
      Screenshots.save(stage.getScene(), Path.of("target", "screenshots", name + ".png"));
      return null;
    });
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
    return WaitForAsyncUtils.waitForAsyncFx(120_000, work);
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
