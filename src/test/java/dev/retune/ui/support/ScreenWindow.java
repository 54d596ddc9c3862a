package dev.retune.ui.support;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// One screen in a window of its own, as tall and wide as the shell leaves it.
public final class ScreenWindow implements AutoCloseable {
  private final FxTasks tasks = FxTasks.onPlatform();
  private final Stage stage;
  private final Scene scene;
  private final Ui ui;
  private final Screen screen;
  private final FxRobot robot = new FxRobot();

  private ScreenWindow(Locale locale, Theme theme, Function<Ui, Screen> make)
      throws TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
    ui =
        new Ui(
            locale,
            tasks,
            new Notices(),
            new Saved(TestUi.CLOCK),
            UiMemory.transientMemory(),
            new TestFiles(),
            new TestBrowser(),
            TestUi.CLOCK);
    screen = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> make.apply(ui));
    scene =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              var pane = new BorderPane(new NoticePane(ui, screen.node()));
              var shown = new Scene(pane, 1100, 720);
              theme.apply(shown, locale);
              stage.setScene(shown);
              stage.setWidth(1100);
              stage.setHeight(720);
              stage.show();
              stage.toFront();
              screen.onShown();
              return shown;
            });
    settle();
  }

  public static ScreenWindow show(Function<Ui, Screen> make) throws TimeoutException {
    return new ScreenWindow(Locale.ENGLISH, Theme.LIGHT, make);
  }

  public static ScreenWindow show(Locale locale, Theme theme, Function<Ui, Screen> make)
      throws TimeoutException {
    return new ScreenWindow(locale, theme, make);
  }

  public FxRobot robot() {
    return robot;
  }

  public Ui ui() {
    return ui;
  }

  /// Resizes the content.
  public ScreenWindow size(double width, double height) {
    fx(() -> {
      stage.setWidth(width);
      stage.setHeight(height);
      return null;
    });
    settle();
    return this;
  }

  /// The visible node with this id.
  public <N extends Node> N node(String id, Class<N> type) {
    return type.cast(
        fx(() ->
            scene.getRoot().lookupAll("#" + id).stream()
                .filter(ScreenWindow::visible)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing visible is called " + id))));
  }

  public boolean shows(String id) {
    return fx(() -> scene.getRoot().lookupAll("#" + id).stream().anyMatch(ScreenWindow::visible));
  }

  private static boolean visible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  public <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }

  /// Waits until `condition` holds on the FX thread; fails after thirty seconds, which only a busy
  /// machine needs.
  public void await(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> fx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("never happened: " + what, e);
    }
  }

  public void settle() {
    WaitForAsyncUtils.waitForFxEvents(5);
  }

  /// Writes what is shown to `target/screenshots`.
  public void picture(String name) {
    settle();
    fx(() -> {
      Screenshots.save(scene, Path.of("target", "screenshots", name + ".png"));
      return null;
    });
  }

  /// Writes the menu that is open to `target/screenshots`; it is a window of its own.
  public void popup(String name) {
    settle();
    fx(() -> {
      var popup =
          Window.getWindows().stream()
              .filter(PopupWindow.class::isInstance)
              .filter(Window::isShowing)
              .findFirst()
              .orElseThrow(() -> new AssertionError("no menu is open"));
      Screenshots.save(popup.getScene(), Path.of("target", "screenshots", name + ".png"));
      return null;
    });
  }

  @Override
  public void close() {
    fx(() -> {
      screen.dispose();
      stage.hide();
      return null;
    });
    tasks.close();
  }
}
