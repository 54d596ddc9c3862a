package dev.retune.app;

import dev.retune.text.Text;
import dev.retune.ui.start.StartActions;
import dev.retune.workflow.SampleProject;
import java.nio.file.Path;
import java.util.List;

/// What the start view's buttons do.
record WindowStartActions(MainWindow window) implements StartActions {
  @Override
  public List<StartActions.Recent> recent() {
    return new RecentProjects(window.workbench())
        .list().stream()
            .map(r -> new StartActions.Recent(r.name(), r.folder(), r.opened(), r.found()))
            .toList();
  }

  @Override
  public void openSample() {
    var language = window.ui().locale().getLanguage().equals("zh") ? "zh" : "en";
    window.opening(
        Text.of(MainWindow.class, "sample"),
        progress -> new SampleProject(window.workbench()).open(language, progress),
        List.of());
  }

  @Override
  public void newFromDocuments() {
    new NewProject(window).fromDocuments();
  }

  @Override
  public void newFrom(List<Path> files) {
    new NewProject(window).from(files);
  }

  @Override
  public void choose() {
    var messages = window.ui().messages(MainWindow.class);
    window.ui().files().folder(messages.get("choose.project")).ifPresent(window::open);
  }

  @Override
  public void open(Path folder) {
    window.open(folder);
  }

  @Override
  public void forget(Path folder) {
    window.workbench().settings().update(s -> s.withoutRecent(folder.toString()));
  }

  @Override
  public void openSettings() {
    window.showSettings();
  }
}
