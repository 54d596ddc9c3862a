package dev.retune.workflow;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.PlacedChunk;
import dev.retune.document.Rechunked;
import java.util.List;

/// What a way of cutting documents would give.
///
/// @param documents how many would be cut
/// @param before how many passages they have now
/// @param tokens length of each passage as it would be
/// @param limit the most tokens of a passage that the model reads, without special tokens
/// @param first the first passages as they would be
/// @param left names of documents that would stay as they are
public record ChunkingPreview(
    int documents,
    int before,
    List<Integer> tokens,
    int limit,
    List<Chunk> first,
    List<String> left) {
  private static final int SHOWN = 50;
  private static final int SPECIAL_TOKENS = 2;

  public ChunkingPreview {
    tokens = List.copyOf(tokens);
    first = List.copyOf(first);
    left = List.copyOf(left);
  }

  static ChunkingPreview of(Rechunked rechunked, int modelLimit) {
    var chunks =
        rechunked.documents().stream()
            .flatMap(recut -> recut.after().stream())
            .map(PlacedChunk::chunk)
            .toList();
    return new ChunkingPreview(
        rechunked.documents().size(),
        rechunked.documents().stream().mapToInt(recut -> recut.before().size()).sum(),
        chunks.stream().map(Chunk::tokens).toList(),
        modelLimit - SPECIAL_TOKENS,
        chunks.subList(0, Math.min(SHOWN, chunks.size())),
        rechunked.left().stream().map(Document::name).toList());
  }

  /// How many passages are longer than the model reads.
  public long overLimit() {
    return tokens.stream().filter(count -> count > limit).count();
  }
}
