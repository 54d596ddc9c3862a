package dev.retune.ui.shell;

import dev.retune.ui.support.DropFiles;
import dev.retune.ui.support.Focus;
import dev.retune.ui.support.NoticePane;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window of an open project: rail, the current screen, status bar.
public final class Shell extends StackPane {
  private final Ui ui;
  private final List<Screen> steps;
  private final Screen settings;
  private final Rail rail;
  private final StatusBar status;
  private final StackPane centre = new StackPane();
  private final Map<Screen, Region> built = new HashMap<>();
  private final ReadOnlyObjectWrapper<Screen> current;
  private @Nullable KeysPane keys;
  private @Nullable Node focusBeforeKeys;

  /// @param project the project's name
  /// @param steps the screens in the order of the rail
  /// @param settings shown by the gear
  public Shell(Ui ui, String project, ShellActions actions, List<Screen> steps, Screen settings) {
    this.ui = ui;
    this.steps = List.copyOf(steps);
    this.settings = settings;
    this.current = new ReadOnlyObjectWrapper<>(steps.getFirst());
    setId("shell");
    rail = new Rail(ui, project, actions, this.steps, this::toggleKeys);
    rail.onChoose(this::show, () -> show(settings));
    status = new StatusBar(ui);
    var layout = new BorderPane(new NoticePane(ui, centre));
    layout.setLeft(rail);
    layout.setBottom(status);
    getChildren().add(layout);
    new ShellKeys(this);
    DropFiles.install(
        this,
        ui.messages(Shell.class).get("drop"),
        files -> {
          show(steps.getFirst());
          actions.importFiles(files);
        });
    open(steps.getFirst());
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            rail.focusShown();
          }
        });
  }

  /// The screen in front.
  public ReadOnlyObjectProperty<Screen> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Brings a screen to the front by its id; unknown ids are ignored.
  public void show(String id) {
    var all = new ArrayList<>(steps);
    all.add(settings);
    all.stream().filter(screen -> screen.id().equals(id)).findFirst().ifPresent(this::show);
  }

  private void show(Screen screen) {
    if (current.get() == screen) {
      rail.select(screen);
      return;
    }
    current.get().onHidden();
    var scene = getScene();
    var inside = scene != null && Focus.within(centre, scene.getFocusOwner());
    open(screen);
    if (inside && !Focus.within(centre, scene.getFocusOwner()) && !focusScreen()) {
      rail.focusShown();
    }
  }

  /// Gives the focus to the screen in front.
  ///
  /// @return whether something there takes it
  private boolean focusScreen() {
    var owner = getScene().getFocusOwner();
    return current.get().panes().stream()
        .filter(pane -> !Focus.within(pane, owner))
        .anyMatch(Focus::first);
  }

  /// Leaves a text field for the first pane that is not it.
  void leaveField() {
    if (!focusScreen()) {
      rail.focusShown();
    }
  }

  private void open(Screen screen) {
    closeKeys();
    current.set(screen);
    centre.getChildren().setAll(built.computeIfAbsent(screen, Screen::node));
    rail.select(screen);
    screen.onShown();
  }

  void showStep(int index) {
    if (index < steps.size()) {
      show(steps.get(index));
    }
  }

  boolean focusSearch() {
    var field = current.get().searchField();
    field.ifPresent(input -> {
      input.requestFocus();
      input.selectAll();
    });
    return field.isPresent();
  }

  void toggleKeys() {
    if (keys != null) {
      closeKeys();
      return;
    }
    focusBeforeKeys = getScene() == null ? null : getScene().getFocusOwner();
    var pane = new KeysPane(ui, current.get(), this::closeKeys);
    keys = pane;
    getChildren().add(pane);
    pane.requestFocus();
  }

  /// Closes the list of keys.
  ///
  /// @return whether it was open
  boolean escape() {
    if (keys != null) {
      closeKeys();
      return true;
    }
    return false;
  }

  private void closeKeys() {
    getChildren().remove(keys);
    keys = null;
    if (focusBeforeKeys != null) {
      focusBeforeKeys.requestFocus();
      focusBeforeKeys = null;
    }
  }

  /// Moves the focus to the next pane: rail, the screen's panes, status bar.
  void movePane(int direction) {
    var panes = new ArrayList<Node>();
    panes.add(rail);
    panes.addAll(current.get().panes().isEmpty() ? List.of(centre) : current.get().panes());
    if (!ui.tasks().running().isEmpty()) {
      panes.add(status);
    }
    PaneFocus.move(panes, getScene().getFocusOwner(), direction, rail::focusShown);
  }

  /// The project closes or the language changes: every screen lets go.
  public void dispose() {
    current.get().onHidden();
    steps.forEach(Screen::dispose);
    settings.dispose();
  }
}
