package dev.retune.app;

import dev.retune.text.Problem;
import dev.retune.text.Text;
import dev.retune.ui.settings.GpuModel;
import dev.retune.ui.settings.SettingsModel;
import dev.retune.ui.settings.SettingsScreen;
import dev.retune.ui.shell.Shell;
import dev.retune.ui.shell.WindowBounds;
import dev.retune.ui.start.StartView;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.FailedPane;
import dev.retune.ui.support.Failure;
import dev.retune.ui.support.FxTasks;
import dev.retune.ui.support.Notices;
import dev.retune.ui.support.Outcome;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.Saved;
import dev.retune.ui.support.Theme;
import dev.retune.ui.support.Ui;
import dev.retune.ui.support.Work;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window: the start view, or the shell around an open project.
public final class MainWindow implements AutoCloseable {
  private final Workbench workbench;
  private final Stage stage;
  private final Desk desk;
  private final FxTasks tasks = FxTasks.onPlatform();
  private final StackPane root = new StackPane();
  private final Saved saved;

  /// One for the window's life: setting CUDA support up outlasts screens, languages and projects.
  private final GpuModel gpu;

  private Ui ui;
  private @Nullable ProjectSession session;
  private @Nullable ProjectScreens screens;
  private boolean settingsInFront;

  public MainWindow(Workbench workbench, Stage stage, Desk desk) {
    this.workbench = workbench;
    this.stage = stage;
    this.desk = desk;
    this.saved = new Saved(workbench.clock());
    this.gpu = new GpuModel(tasks, desk.memory(), new WorkbenchSettings(workbench));
    this.ui = newUi();
  }

  /// Shows the window, on the project in `folder` or on the start view.
  public void start(@Nullable Path folder) {
    stage.setTitle("Retune");
    stage.getIcons().addAll(Icons.all());
    stage.setScene(new Scene(root));
    applyTheme();
    Platform.getPreferences().colorSchemeProperty().subscribe((_, _) -> applyTheme());
    WindowBounds.remember(stage, desk.memory());
    stage.show();
    workbench
        .settings()
        .problem()
        .ifPresentOrElse(problem -> tell(problem, folder), () -> begin(folder));
  }

  /// Says why the settings are not those that were set, before anything else.
  private void tell(Problem problem, @Nullable Path folder) {
    var on = Controls.button("settings-default", message("defaults"), () -> begin(folder));
    var failure = Failure.of(problem.exception());
    root.getChildren().setAll(FailedPane.of(ui, "settings-unreadable", failure, "", on));
  }

  private void begin(@Nullable Path folder) {
    if (folder == null) {
      showStart();
    } else {
      open(folder);
    }
  }

  /// Those of the open project; null if none is open.
  @Nullable ProjectScreens screens() {
    return screens;
  }

  Workbench workbench() {
    return workbench;
  }

  Ui ui() {
    return ui;
  }

  /// Opens a project in place of the present one.
  void open(Path folder) {
    opening(Text.of(MainWindow.class, "opening"), _ -> workbench.open(folder), List.of());
  }

  /// Makes a project and imports `documents` into it.
  void create(Path folder, List<Path> documents) {
    var name = String.valueOf(folder.getFileName());
    opening(Text.of(MainWindow.class, "creating"), _ -> workbench.create(folder, name), documents);
  }

  void opening(Text title, Work<ProjectSession> work, List<Path> documents) {
    var present = detach();
    if (present == null) {
      begin(title, work, documents);
      return;
    }
    // An import or a question writer still works on the present project: it ends first, and the
    // project is closed off the FX thread.
    root.setDisable(true);
    tasks.settle(() -> {
      root.setDisable(false);
      begin(
          title,
          progress -> {
            present.close();
            return work.run(progress);
          },
          documents);
    });
  }

  private void begin(Text title, Work<ProjectSession> work, List<Path> documents) {
    tasks.run(
        title,
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Done<ProjectSession>(var opened) ->
                show(opened, ProjectWork.none(), documents);
            case Outcome.Cancelled<ProjectSession> _ -> showStart();
            case Outcome.Failed<ProjectSession>(var failure) -> {
              var back = Controls.button("back-to-start", message("back"), this::showStart);
              root.getChildren().setAll(FailedPane.of(ui, "open-failed", failure, "", back));
            }
          }
        });
    root.getChildren()
        .setAll(
            Placeholder.working(ui, "opening", title.in(ui.locale()), tasks.running().getLast()));
  }

  private void show(ProjectSession opened, ProjectWork work, List<Path> documents) {
    session = opened;
    var built = new ProjectScreens(this, opened, work);
    screens = built;
    var shell =
        new Shell(
            ui,
            opened.name(),
            new WindowShellActions(this, built),
            built.steps(),
            built.settings());
    built.useShell(shell);
    stage.setTitle(opened.name() + " – Retune");
    root.getChildren().setAll(shell);
    if (!documents.isEmpty()) {
      built.importFiles(documents);
    }
  }

  void showStart() {
    settingsInFront = false;
    stage.setTitle("Retune");
    root.getChildren().setAll(new StartView(ui, new WindowStartActions(this)));
  }

  void showSettings() {
    settingsInFront = true;
    var back = Controls.button("settings-back", message("back"), this::showStart);
    root.getChildren().setAll(new SettingsScreen(ui, settingsModel(), List.of(back)).node());
  }

  SettingsModel settingsModel() {
    return new SettingsModel(ui, new WorkbenchSettings(workbench), gpu, this::settingsChanged);
  }

  /// Language and look hold at once: what is open is built anew.
  private void settingsChanged() {
    applyTheme();
    if (ui.locale().equals(locale())) {
      return;
    }
    ui = newUi();
    var open = session;
    var present = screens;
    if (open != null && present != null) {
      var work = present.work();
      disposeScreens();
      // An import and other work on the documents go on meanwhile, and are shown by the new ones.
      show(open, work, List.of());
      var built = screens;
      if (built != null) {
        built.showSettings();
      }
    } else if (settingsInFront) {
      showSettings();
    } else {
      showStart();
    }
  }

  private void applyTheme() {
    var theme =
        switch (workbench.settings().get().theme()) {
          case SYSTEM -> Theme.SYSTEM;
          case LIGHT -> Theme.LIGHT;
          case DARK -> Theme.DARK;
        };
    theme.apply(stage.getScene(), locale());
  }

  private Locale locale() {
    return Composition.locale(workbench.settings().get().language());
  }

  private Ui newUi() {
    return new Ui(
        locale(),
        tasks,
        new Notices(),
        saved,
        desk.memory(),
        desk.files(),
        desk.browser(),
        workbench.clock());
  }

  private String message(String key) {
    return ui.messages(MainWindow.class).get(key);
  }

  /// Takes the project out of the window.
  ///
  /// @return the project, for closing; null if none was open
  private @Nullable ProjectSession detach() {
    disposeScreens();
    var open = session;
    session = null;
    saved.forget();
    return open;
  }

  private void disposeScreens() {
    var built = screens;
    screens = null;
    if (built != null) {
      built.dispose();
    }
  }

  /// Closes the project. Runs go on in their own processes.
  @Override
  public void close() {
    tasks.close();
    var open = detach();
    if (open != null) {
      open.close();
    }
  }
}
