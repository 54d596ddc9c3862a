package dev.retune.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Starts the toolkit, shows the window, and returns when the person has closed it.
final class WindowApp {
  private WindowApp() {}

  static void show(Composition composition, @Nullable Path project) {
    var closed = new CompletableFuture<@Nullable Void>();
    Platform.setImplicitExit(false);
    Platform.startup(() -> {
      try {
        start(composition, project, closed);
      } catch (RuntimeException | LinkageError e) {
        // Without a window nobody could ever close it.
        closed.completeExceptionally(e);
      }
    });
    try {
      closed.join();
    } finally {
      Platform.exit();
    }
  }

  private static void start(
      Composition composition, @Nullable Path project, CompletableFuture<@Nullable Void> closed) {
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
      closed.complete(null);
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
