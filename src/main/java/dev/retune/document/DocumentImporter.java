package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/// Brings files into a project: copy, pages, chunks.
public final class DocumentImporter {

  /// @param tokens counts tokens as the base model does
  public DocumentImporter(
      Project project, TokenCounter tokens, ChunkingOptions options, Clock clock) {
    Objects.requireNonNull(project);
    Objects.requireNonNull(tokens);
    Objects.requireNonNull(options);
    Objects.requireNonNull(clock);
  }

  /// Imports each file in a transaction of its own; a file that cannot be read never stops the
  /// rest. Folders are searched for files of a known kind.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled; files done by then are kept
  /// @throws dev.retune.text.ProblemException if the project itself cannot be written (disk full)
  public ImportSummary importFiles(List<Path> files, Progress progress) {
    throw new UnsupportedOperationException();
  }
}
