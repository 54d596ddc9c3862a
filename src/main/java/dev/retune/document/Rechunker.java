package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.Collection;
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
    var former =
        new FormerChunks(text, documents.chunks(document.id()), texts.replaced(document.id()));
    return new Recut(document, former.before(), former.replaced(), former.identified(fresh));
  }
}
