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
    var before = new ArrayList<PlacedChunk>();
    for (var chunk : documents.chunks(document.id())) {
      before.add(new PlacedChunk(chunk, text.range(chunk.locator())));
    }
    var after = new ArrayList<PlacedChunk>();
    for (var chunk : fresh) {
      var span = text.range(chunk.locator());
      after.add(new PlacedChunk(identified(chunk, span, text, stored), span));
    }
    return new Recut(document, before, after);
  }

  private Map<UUID, Chunk> stored(List<Chunk> chunks) {
    var stored = new HashMap<UUID, Chunk>();
    documents
        .chunks(chunks.stream().map(Chunk::id).toList())
        .forEach(chunk -> stored.put(chunk.id(), chunk));
    return stored;
  }

  /// A chunk that was stored once is never changed: where the same id would stand for another
  /// place, path or count (another base model), the new chunk gets an id of its own.
  private static Chunk identified(
      Chunk chunk, Span span, CleanDocument text, Map<UUID, Chunk> stored) {
    var known = stored.get(chunk.id());
    if (known == null) {
      return chunk;
    }
    if (known.tokens() == chunk.tokens()
        && known.headingPath().equals(chunk.headingPath())
        && text.range(known.locator()).equals(span)) {
      return known;
    }
    var name = chunk.id() + "/" + span + "/" + chunk.tokens() + "/" + chunk.headingPath();
    return new Chunk(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        chunk.documentId(),
        chunk.ordinal(),
        chunk.text(),
        chunk.headingPath(),
        chunk.tokens(),
        chunk.locator());
  }
}
