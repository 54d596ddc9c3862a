package dev.retune.ui.gallery;

import dev.retune.ui.support.Screenshots;
import dev.retune.ui.support.TestUi;
import dev.retune.ui.support.Theme;
import dev.retune.ui.support.Ui;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Writes a picture of each screen and state into a folder (`target/gallery`).
///
/// Arguments: names of pictures to take (prefixes); none takes all.
public final class Gallery {
  private static final Path FOLDER = Path.of("target/gallery");

  /// A picture: a name, how large, and what stands in it.
  ///
  /// @param then is done once the scene has settled, before the picture is taken
  record Picture(
      String name,
      double width,
      double height,
      Theme theme,
      Locale locale,
      Function<Ui, Parent> content,
      Consumer<Scene> then) {}

  private final List<String> wanted;

  private Gallery(List<String> wanted) {
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    Platform.setImplicitExit(false);
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    onFx(() -> new javafx.scene.robot.Robot().mouseMove(1599, 999));
    var gallery = new Gallery(List.of(args));
    for (var picture : Pictures.all()) {
      gallery.take(picture);
    }
    Platform.exit();
  }

  private void take(Picture picture) throws Exception {
    if (!wanted.isEmpty() && wanted.stream().noneMatch(picture.name()::startsWith)) {
      return;
    }
    var stage = new AtomicReference<Stage>();
    onFx(() -> {
      var ui = TestUi.of(picture.locale());
      var scene = new Scene(picture.content().apply(ui), picture.width(), picture.height());
      picture.theme().apply(scene, picture.locale());
      var window = new Stage();
      window.setScene(scene);
      window.show();
      stage.set(window);
    });
    Thread.sleep(700);
    onFx(() -> picture.then().accept(stage.get().getScene()));
    Thread.sleep(500);
    onFx(() -> {
      Screenshots.save(stage.get().getScene(), FOLDER.resolve(picture.name() + ".png"));
      stage.get().hide();
    });
  }

  private static void onFx(Runnable action) throws InterruptedException {
    var done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        action.run();
      } catch (RuntimeException e) {
        e.printStackTrace();
      } finally {
        done.countDown();
      }
    });
    done.await();
  }
}
