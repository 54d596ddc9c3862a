package dev.retune.app;

import dev.retune.ui.shell.ShellActions;
import java.nio.file.Path;
import java.util.List;

/// What the menus around the screens do.
record WindowShellActions(MainWindow window, ProjectScreens screens) implements ShellActions {
  @Override
  public List<ShellActions.Recent> recent() {
    return new RecentProjects(window.workbench())
        .list().stream()
            .filter(r -> r.found() && !r.folder().equals(screens.folder()))
            .map(r -> new ShellActions.Recent(r.name(), r.folder()))
            .toList();
  }

  @Override
  public void open(Path folder) {
    window.open(folder);
  }

  @Override
  public void chooseProject() {
    new WindowStartActions(window).choose();
  }

  @Override
  public void openSample() {
    new WindowStartActions(window).openSample();
  }

  @Override
  public void newProject() {
    new NewProject(window).fromDocuments();
  }

  @Override
  public void importFiles(List<Path> files) {
    screens.importFiles(files);
  }
}
