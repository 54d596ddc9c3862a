package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Cuts documents anew from their stored text, without reading their files.
public final class Rechunker {
  private final CutStore texts;
  private final ChunkingOptions options;
  private final Cutter cutter;

  /// @param tokens counts tokens as the base model does
  /// @param embedder tells sentences apart by meaning; null unless the options are semantic
  public Rechunker(
      Project project, TokenCounter tokens, ChunkingOptions options, @Nullable Embedder embedder) {
    this.texts = new CutStore(project);
    this.options = options;
    this.cutter =
        new Cutter(new DocumentStore(project), texts, new Chunker(tokens, options, embedder));
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
              text -> recuts.add(cutter.cut(document, text, progress)), () -> left.add(document));
    }
    return new Rechunked(options, recuts, left);
  }
}
