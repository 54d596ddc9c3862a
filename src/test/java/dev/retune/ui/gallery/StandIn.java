package dev.retune.ui.gallery;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.StepStatus;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A screen of another package, as far as the rail sees it.
public record StandIn(String id, String title, StepStatus state) implements Screen {
  @Override
  public Region node() {
    return new StackPane(Controls.label(title));
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return new SimpleObjectProperty<>(state);
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of(new KeyHelp("A", "accept"), new KeyHelp("R", "reject"));
  }
}
