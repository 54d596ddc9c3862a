package dev.retune.ui.start;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be begun before a project is open.
public interface StartActions {

  /// A project that was open before.
  ///
  /// @param opened when; empty if that is not known
  /// @param found whether its folder is still there
  record Recent(String name, Path folder, Optional<Instant> opened, boolean found) {}

  /// Projects that were open before, newest first.
  List<Recent> recent();

  /// Makes a copy of the sample project and opens it.
  void openSample();

  /// Asks for documents and a place, then makes a project of them.
  void newFromDocuments();

  /// Makes a project of `files`, dropped on the window.
  void newFrom(List<Path> files);

  /// Asks for a project folder and opens it.
  void choose();

  void open(Path folder);

  /// Takes a project off the list; the project itself stays.
  void forget(Path folder);

  void openSettings();
}
