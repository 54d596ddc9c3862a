package dev.retune.ui.shell;

import java.nio.file.Path;
import java.util.List;

/// What the window around the screens can ask of the program.
public interface ShellActions {

  /// A project that was open before.
  record Recent(String name, Path folder) {}

  /// Projects that were open before, newest first, without the present one.
  List<Recent> recent();

  void open(Path folder);

  /// Asks for a folder and opens the project in it.
  void chooseProject();

  /// Opens the sample project.
  void openSample();

  /// Makes a new project.
  void newProject();

  /// Imports files dropped anywhere on the window.
  void importFiles(List<Path> files);
}
