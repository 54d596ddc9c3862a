package dev.retune.app;

import dev.retune.document.ChunkingOptions;
import dev.retune.pair.Action;
import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.task.Progress;
import dev.retune.ui.documents.ChunkingPort;
import dev.retune.workflow.ChunkingPreview;
import dev.retune.workflow.ProjectSession;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Cutting the documents of an open project.
record ProjectChunking(ProjectSession session) implements ChunkingPort {
  @Override
  public ChunkingOptions options() {
    return session.rechunking().options();
  }

  @Override
  public ChunkingPreview preview(
      Collection<UUID> documents, ChunkingOptions options, Progress progress) {
    return session.rechunking().preview(documents, options, progress);
  }

  @Override
  public RechunkSummary rechunk(
      Collection<UUID> documents, ChunkingOptions options, Progress progress) {
    return session.rechunking().run(documents, options, progress);
  }

  @Override
  public void undo(Action action) {
    session.rechunking().undo(action);
  }

  @Override
  public List<LostPair> lost() {
    return session.rechunking().lost();
  }
}
