package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cuts documents anew from their stored text, without reading their files.
public final class Rechunker {
  private final DocumentStore documents;
  private final CutStore texts;
  private final ChunkingOptions options;
  private final Chunker chunker;

  /// @param tokens counts tokens as the base model does
  /// @param embedder tells sentences apart by meaning; null unless the options are semantic
  public Rechunker(
      Project project, TokenCounter tokens, ChunkingOptions options, @Nullable Embedder embedder) {
    this.documents = new DocumentStore(project);
    this.texts = new CutStore(project);
    this.options = options;
    this.chunker = new Chunker(tokens, options, embedder);
  }

  /// Cuts the documents; nothing is stored. Those without passages are passed over.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Rechunked cut(Collection<Document> chosen, Progress progress) {
    var recuts = new ArrayList<Recut>();
    var left = new ArrayList<Document>();
    for (var document : chosen) {
      progress.checkCancelled();
      if (document.chunks() == 0) {
        continue;
      }
      texts
          .text(document.id())
          .ifPresentOrElse(
              text -> recuts.add(cut(document, text, progress)), () -> left.add(document));
    }
    return new Rechunked(options, recuts, left);
  }

  private Recut cut(Document document, CleanDocument text, Progress progress) {
    progress.begin(
        Text.of(DocumentImporter.class, "cutting", document.name()), text.text().length());
    var fresh = chunker.cut(document.id(), document.sha256(), text, progress);
    var stored = stored(fresh);
    var before = placed(documents.chunks(document.id()), text);
    var after = new ArrayList<PlacedChunk>();
    for (var chunk : fresh) {
      var placed = new PlacedChunk(chunk, text.range(chunk.locator()));
      var former = chunk.ordinal() < before.size() ? before.get(chunk.ordinal()) : placed;
      // One that was corrected keeps its id although its text is another now.
      after.add(same(former, placed) ? former : identified(placed, text, stored));
    }
    return new Recut(document, before, placed(texts.replaced(document.id()), text), after);
  }

  private static boolean same(PlacedChunk a, PlacedChunk b) {
    return a.span().equals(b.span())
        && a.chunk().text().equals(b.chunk().text())
        && a.chunk().tokens() == b.chunk().tokens()
        && a.chunk().headingPath().equals(b.chunk().headingPath());
  }

  private static List<PlacedChunk> placed(List<Chunk> chunks, CleanDocument text) {
    return chunks.stream()
        .map(chunk -> new PlacedChunk(chunk, text.range(chunk.locator())))
        .toList();
  }

  private Map<UUID, Chunk> stored(List<Chunk> chunks) {
    var stored = new HashMap<UUID, Chunk>();
    documents
        .chunks(chunks.stream().map(Chunk::id).toList())
        .forEach(chunk -> stored.put(chunk.id(), chunk));
    return stored;
  }

  /// Where the same id stands for another text, place, path or count (another base model) already,
  /// the new chunk gets an id of its own.
  private static PlacedChunk identified(
      PlacedChunk placed, CleanDocument text, Map<UUID, Chunk> stored) {
    var chunk = placed.chunk();
    var known = stored.get(chunk.id());
    if (known == null) {
      return placed;
    }
    var there = new PlacedChunk(known, text.range(known.locator()));
    if (same(there, placed)) {
      return there;
    }
    var name =
        String.join(
            "/",
            chunk.id().toString(),
            placed.span().toString(),
            Integer.toString(chunk.tokens()),
            chunk.headingPath().toString(),
            chunk.text());
    return new PlacedChunk(
        new Chunk(
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            chunk.documentId(),
            chunk.ordinal(),
            chunk.text(),
            chunk.headingPath(),
            chunk.tokens(),
            chunk.locator()),
        placed.span());
  }
}
