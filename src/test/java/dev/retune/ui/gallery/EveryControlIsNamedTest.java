package dev.retune.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.ui.support.TestUi;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Every control has an id for tests and a name for screen readers, in every state of every screen.
class EveryControlIsNamedTest {

  @TestFactory
  List<DynamicTest> everyPicture() {
    return Pictures.all().stream()
        .filter(picture -> picture.theme() == dev.retune.ui.support.Theme.LIGHT)
        .map(picture -> DynamicTest.dynamicTest(picture.name(), () -> check(picture)))
        .toList();
  }

  private static void check(Gallery.Picture picture) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    var ui = TestUi.of(picture.locale());
    var scene =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              var made = new Scene(picture.content().apply(ui), picture.width(), picture.height());
              picture.theme().apply(made, picture.locale());
              stage.setScene(made);
              stage.show();
              return made;
            });
    WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          picture.then().accept(scene);
          return scene;
        });
    WaitForAsyncUtils.waitForFxEvents();
    var controls = new ArrayList<Node>();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          collect(scene.getRoot(), controls);
          return controls;
        });
    ui.tasks().close();
    assertThat(controls).isNotEmpty();
    assertThat(controls).allSatisfy(EveryControlIsNamedTest::isNamed);
  }

  private static void isNamed(Node control) {
    assertThat(control.getId()).as("id of %s", control).isNotBlank().matches("[a-z0-9-]+");
    assertThat(control.getAccessibleText()).as("name of %s", control).isNotBlank();
  }

  /// Controls of ours, not those inside the skins of tables, lists and scroll bars.
  private static void collect(Node node, List<Node> controls) {
    if (node instanceof ScrollBar || !node.isVisible()) {
      return;
    }
    if (node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof TableView<?>
        || node instanceof ListView<?>) {
      controls.add(node);
      return;
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls));
    }
  }
}
