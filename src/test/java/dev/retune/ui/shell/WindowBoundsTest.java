package dev.retune.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.ui.support.UiMemory;
import java.util.concurrent.Callable;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class WindowBoundsTest {

  @Test
  void aWindowComesBackWhereItWas() throws Exception {
    FxToolkit.registerPrimaryStage();
    var memory = UiMemory.transientMemory();
    fx(() -> {
      var stage = shown(memory);
      assertThat(stage.getWidth()).isEqualTo(1280);
      assertThat(stage.getHeight()).isEqualTo(800);
      stage.setWidth(1100);
      stage.setHeight(720);
      stage.setX(40);
      stage.setY(30);
      stage.hide();
      return stage;
    });
    var again = fx(() -> shown(memory));
    assertThat(again.getWidth()).isEqualTo(1100);
    assertThat(again.getHeight()).isEqualTo(720);
    assertThat(again.getX()).isEqualTo(40);
    assertThat(again.getY()).isEqualTo(30);
    fx(() -> {
      again.hide();
      return again;
    });
  }

  @Test
  void boundsOnAScreenThatIsGoneAreForgotten() throws Exception {
    FxToolkit.registerPrimaryStage();
    var memory = UiMemory.transientMemory();
    memory.put("window.bounds", "90000,90000,1100,720");
    var stage = fx(() -> shown(memory));
    assertThat(stage.getWidth()).isEqualTo(1280);
    fx(() -> {
      stage.hide();
      return stage;
    });
    memory.put("window.bounds", "nonsense");
    var other = fx(() -> shown(memory));
    assertThat(other.getWidth()).isEqualTo(1280);
    fx(() -> {
      other.hide();
      return other;
    });
  }

  private static Stage shown(UiMemory memory) {
    var stage = new Stage();
    stage.setScene(new Scene(new Group()));
    WindowBounds.remember(stage, memory);
    stage.show();
    return stage;
  }

  private static <T> T fx(Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }
}
