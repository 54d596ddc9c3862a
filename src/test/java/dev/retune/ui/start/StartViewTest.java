package dev.retune.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.ui.gallery.SampleStart;
import dev.retune.ui.support.TestUi;
import dev.retune.ui.support.Theme;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StartViewTest {
  private final SampleStart actions = new SampleStart(true);

  @Start
  void start(Stage stage) {
    var scene = new Scene(new StartView(TestUi.of(Locale.ENGLISH), actions), 1024, 700);
    Theme.LIGHT.apply(scene, Locale.ENGLISH);
    stage.setScene(scene);
    stage.show();
    stage.toFront();
  }

  @Test
  void threeChoicesAndWhatWasOpenBefore(FxRobot robot) {
    robot.clickOn("#start-sample").clickOn("#start-new").clickOn("#start-open");
    robot.clickOn("#recent-0").clickOn("#recent-2").clickOn("#recent-forget-2");
    robot.clickOn("#start-settings");
    assertThat(actions.done())
        .containsExactly(
            "sample",
            "new",
            "choose",
            "open /home/ana/Projects/pump-manuals",
            "forget /media/stick/seals",
            "settings");
  }

  @Test
  void theCardsAreNoTallerThanTheirWords(FxRobot robot) {
    assertThat(robot.lookup("#start-sample").query().getLayoutBounds().getHeight()).isLessThan(180);
  }
}
