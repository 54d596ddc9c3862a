package dev.retune.ui.support;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Answers in place of the platform's file dialogs, which no test can reach.
public final class TestFiles implements FileChoice {
  private final Deque<List<Path>> answers = new ArrayDeque<>();

  /// What the next dialog is answered with.
  public void answer(Path... files) {
    answers.add(List.of(files));
  }

  @Override
  public List<Path> files(String title, List<FileKind> kinds) {
    return next();
  }

  @Override
  public Optional<Path> folder(String title) {
    return next().stream().findFirst();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
    return next().stream().findFirst();
  }

  private List<Path> next() {
    return answers.isEmpty() ? List.of() : answers.remove();
  }
}
