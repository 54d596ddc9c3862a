package dev.retune.app;

import dev.retune.ui.compare.CompareNavigation;
import dev.retune.ui.compare.CompareScreen;
import dev.retune.ui.documents.DocumentsScreen;
import dev.retune.ui.documents.DocumentsWork;
import dev.retune.ui.models.ModelsNavigation;
import dev.retune.ui.models.ModelsScreen;
import dev.retune.ui.pairs.Decisions;
import dev.retune.ui.pairs.PairsScreen;
import dev.retune.ui.pairs.PairsServices;
import dev.retune.ui.settings.SettingsScreen;
import dev.retune.ui.shell.Shell;
import dev.retune.ui.support.Screen;
import dev.retune.ui.train.TrainNavigation;
import dev.retune.ui.train.TrainScreen;
import dev.retune.workflow.ProjectSession;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The screens of an open project, wired to its use cases.
final class ProjectScreens {
  private final MainWindow window;
  private final ProjectSession session;
  private final DocumentsWork work;
  private final DocumentsScreen documents;
  private final PairsScreen pairs;
  private final TrainScreen train;
  private final CompareScreen compare;
  private final ModelsScreen models;
  private final SettingsScreen settings;
  private @Nullable Shell shell;

  /// @param work what goes on in it already
  ProjectScreens(MainWindow window, ProjectSession session, ProjectWork work) {
    this.window = window;
    this.session = session;
    this.work = work.documents();
    var ui = window.ui();
    documents =
        new DocumentsScreen(
            ui,
            new ProjectDocuments(session),
            work.documents(),
            () -> new WindowStartActions(window).openSample(),
            this::documentsChanged);
    pairs =
        new PairsScreen(
            ui,
            new PairsServices(
                new ProjectPairs(session),
                Decisions.of(session.review()),
                new ProjectPassages(session),
                new ProjectWriting(session),
                () -> go("documents"),
                this::showPassage,
                () -> new WindowStartActions(window).openSample(),
                () -> go("settings")));
    compare =
        new CompareScreen(
            ui,
            session,
            new CompareNavigation(
                () -> go("train"),
                () -> go("pairs"),
                this::showPassage,
                () -> new WindowStartActions(window).openSample()));
    models =
        new ModelsScreen(ui, session, new ModelsNavigation(() -> go("train"), this::compareModel));
    train =
        new TrainScreen(
            ui,
            session,
            new TrainNavigation(
                () -> go("pairs"),
                this::showPair,
                () -> new WindowStartActions(window).openSample(),
                this::compareRun,
                models::refresh),
            work.run());
    settings = new SettingsScreen(ui, window.settingsModel(), List.of());
  }

  /// For screens that take the place of these.
  ProjectWork work() {
    return new ProjectWork(work, train.prepared());
  }

  Path folder() {
    return session.folder();
  }

  List<Screen> steps() {
    return List.of(documents, pairs, train, compare, models);
  }

  Screen settings() {
    return settings;
  }

  /// The shell that these screens stand in.
  void useShell(Shell value) {
    shell = value;
  }

  void showSettings() {
    go("settings");
  }

  void importFiles(List<Path> files) {
    documents.importFiles(files);
  }

  /// What was begun in these screens may end after others took their place: those look again.
  private void documentsChanged() {
    var present = window.screens();
    if (present == null) {
      return;
    }
    if (present != this) {
      present.documents.onShown();
    }
    present.pairs.refresh();
  }

  private void showPassage(UUID document, UUID passage) {
    go("documents");
    documents.showPassage(document, passage);
  }

  private void showPair(String question) {
    go("pairs");
    pairs.find(question);
  }

  private void compareModel(String modelId) {
    var lineage = session.workbench().models().find(modelId).lineage();
    if (lineage != null) {
      compareRun(lineage.runId());
    }
  }

  private void compareRun(String runId) {
    compare.showRun(runId);
    go("compare");
  }

  private void go(String screen) {
    var around = shell;
    if (around != null) {
      around.show(screen);
    }
  }

  void dispose() {
    steps().forEach(Screen::dispose);
    settings.dispose();
  }
}
