package dev.retune.ui.support;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Lays the current notice over the foot of `content`, long enough to read and to undo.
public final class NoticePane extends StackPane {
  private static final Duration SHOWN = Duration.seconds(10);

  private final HBox bar = new HBox();
  private final PauseTransition hide = new PauseTransition(SHOWN);

  public NoticePane(Ui ui, Region content) {
    bar.setId("notice");
    bar.getStyleClass().add("notice");
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
    getChildren().add(content);
    hide.setOnFinished(_ -> ui.notices().dismiss());
    ui.notices()
        .currentProperty()
        .subscribe(notice -> {
          hide.stop();
          getChildren().remove(bar);
          notice.ifPresent(shown -> show(ui, shown));
        });
  }

  private void show(Ui ui, Notices.Notice notice) {
    var text = new Label(notice.message());
    text.setId("notice-text");
    bar.getChildren().setAll(text);
    notice.action().ifPresent(label -> bar.getChildren().add(action(ui, notice, label)));
    var close =
        Controls.iconButton(
            "notice-close", Feather.X, ui.messages(NoticePane.class).get("notice.close"));
    close.setOnAction(_ -> ui.notices().dismiss());
    bar.getChildren().add(close);
    getChildren().add(bar);
    hide.playFromStart();
  }

  private static Button action(Ui ui, Notices.Notice notice, String label) {
    var button =
        Controls.button(
            "notice-action",
            label,
            () -> {
              ui.notices().dismiss();
              notice.run().run();
            });
    button.getStyleClass().add("flat");
    return button;
  }
}
