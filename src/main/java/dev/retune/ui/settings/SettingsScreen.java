package dev.retune.ui.settings;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.KeyHelp;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.PageHeader;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.StepStatus;
import dev.retune.ui.support.Ui;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a person sets once for all projects. Every change holds and is saved at once.
public final class SettingsScreen implements Screen {
  private final Ui ui;
  private final Messages messages;
  private final SettingsModel model;
  private final List<Button> back;

  /// @param back goes back to where the person came from; none inside an open project
  public SettingsScreen(Ui ui, SettingsModel model, List<Button> back) {
    this.ui = ui;
    this.messages = ui.messages(SettingsScreen.class);
    this.model = model;
    this.back = List.copyOf(back);
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title() {
    return messages.get("title");
  }

  @Override
  public Region node() {
    var header = new PageHeader(ui, id(), title(), messages.get("sentence"));
    header.quiet(back.toArray(Node[]::new));
    var sections =
        new VBox(
            32,
            new LookSection(messages, model),
            new EndpointSection(messages, model),
            new GpuSection(ui, messages, model.gpu()),
            new PlacesSection(ui, messages, model));
    sections.getStyleClass().add("settings");
    sections.setMaxWidth(720);
    var scroll = new ScrollPane(sections);
    scroll.setId("settings-scroll");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var problem = Controls.paragraph("", "banner-problem");
    problem.setId("settings-problem");
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    var root = new VBox(header, problem, scroll);
    root.setId("settings");
    return root;
  }

  @Override
  public ObservableValue<StepStatus> status() {
    return new SimpleObjectProperty<>(StepStatus.NOT_BEGUN);
  }

  @Override
  public List<KeyHelp> keys() {
    return List.of();
  }

  @Override
  public void onHidden() {
    model.save();
  }
}
