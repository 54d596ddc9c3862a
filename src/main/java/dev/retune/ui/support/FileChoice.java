package dev.retune.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Choosing files and folders; a port, because tests cannot reach the platform's dialogs.
public interface FileChoice {

  /// Kinds of files to offer, such as "PDF documents" with `*.pdf`.
  record FileKind(String name, List<String> patterns) {}

  /// Existing files; empty if the person backed out.
  List<Path> files(String title, List<FileKind> kinds);

  /// An existing folder.
  Optional<Path> folder(String title);

  /// A file or folder name to make.
  Optional<Path> save(String title, String suggestedName, List<FileKind> kinds);
}
