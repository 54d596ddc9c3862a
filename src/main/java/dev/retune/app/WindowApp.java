package dev.retune.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Starts the toolkit, shows the window, and returns when the person has closed it.
final class WindowApp {
  private WindowApp() {}

  static void show(Composition composition, @Nullable Path project) {
    var closed = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    Platform.startup(() -> start(composition, project, closed));
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
  }

  private static void start(
      Composition composition, @Nullable Path project, CountDownLatch closed) {
    var workbench = composition.workbench();
    var memory = FileMemory.open(workbench.home().folder().resolve("window.json"));
    var stage = new Stage();
    var window =
        new MainWindow(
            workbench, stage, new Desk(memory, new NativeFileChoice(stage), new DesktopBrowser()));
    stage.setOnCloseRequest(_ -> hidePopups());
    stage.setOnHidden(_ -> {
      window.close();
      memory.close();
      closed.countDown();
    });
    window.start(project);
  }

  /// The toolkit crashes on Linux when it ends while a menu is open.
  private static void hidePopups() {
    List.copyOf(Window.getWindows()).stream()
        .filter(PopupWindow.class::isInstance)
        .forEach(Window::hide);
  }
}
