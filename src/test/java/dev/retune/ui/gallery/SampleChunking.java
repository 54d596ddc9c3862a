package dev.retune.ui.gallery;

import dev.retune.document.Chunk;
import dev.retune.document.ChunkingOptions;
import dev.retune.pair.Action;
import dev.retune.pair.ActionKind;
import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import dev.retune.task.Progress;
import dev.retune.ui.documents.ChunkingPort;
import dev.retune.workflow.ChunkingPreview;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Cutting documents that are held in memory: what it would give is made up.
record SampleChunking(SampleDocuments documents) implements ChunkingPort {
  private static final List<LostPair> LOST =
      List.of(
          new LostPair(
              new UUID(0, 1),
              "How tight is the M8 gland nut to be, and in how many steps?",
              "TM-12 Feed pump, operation.pdf",
              14,
              ""));

  @Override
  public ChunkingOptions options() {
    return ChunkingOptions.DEFAULT;
  }

  @Override
  public ChunkingPreview preview(
      Collection<UUID> chosen, ChunkingOptions options, Progress progress) {
    var chunks = new ArrayList<Chunk>();
    documents.documents().stream()
        .filter(document -> chosen.isEmpty() || chosen.contains(document.id()))
        .forEach(document -> chunks.addAll(documents.passages(document.id())));
    var tokens = chunks.stream().map(chunk -> chunk.tokens() * options.maxTokens() / 256).toList();
    return new ChunkingPreview(
        4, 453, tokens, 254, chunks.subList(0, Math.min(50, chunks.size())), List.of());
  }

  @Override
  public RechunkSummary rechunk(
      Collection<UUID> chosen, ChunkingOptions options, Progress progress) {
    var action =
        new Action(7, ActionKind.RECHUNK, "Ana", Instant.EPOCH, null, List.of(new UUID(0, 1)));
    return new RechunkSummary(action, 4, 453, 612, 118, 61, 0, 2, 0, 0, LOST, List.of());
  }

  @Override
  public void undo(Action action) {}

  @Override
  public List<LostPair> lost() {
    return LOST;
  }
}
