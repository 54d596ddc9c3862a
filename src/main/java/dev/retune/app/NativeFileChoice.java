package dev.retune.app;

import dev.retune.ui.support.FileChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The platform's own file dialogs. Each starts in the folder that was chosen last.
final class NativeFileChoice implements FileChoice {
  private final Stage owner;
  private File last = new File(System.getProperty("user.home"));

  NativeFileChoice(Stage owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> files(String title, List<FileKind> kinds) {
    var chosen = chooser(title, kinds).showOpenMultipleDialog(owner);
    if (chosen == null) {
      return List.of();
    }
    chosen.stream().findFirst().ifPresent(this::remember);
    return chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> folder(String title) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(start());
    return chosen(chooser.showDialog(owner));
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
    var chooser = chooser(title, kinds);
    chooser.setInitialFileName(suggestedName);
    return chosen(chooser.showSaveDialog(owner));
  }

  private FileChooser chooser(String title, List<FileKind> kinds) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(start());
    kinds.forEach(kind ->
        chooser
            .getExtensionFilters()
            .add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns())));
    return chooser;
  }

  private File start() {
    return last.isDirectory() ? last : new File(System.getProperty("user.home"));
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    remember(file);
    return Optional.of(file.toPath());
  }

  private void remember(File file) {
    var folder = file.getAbsoluteFile().getParentFile();
    if (folder != null) {
      last = folder;
    }
  }
}
