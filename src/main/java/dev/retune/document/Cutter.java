package dev.retune.document;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.List;

/// Cuts stored documents anew, so that what is cut the same again stays the same chunk.
record Cutter(DocumentStore documents, CutStore texts, Chunker chunker) {

  /// @param text what the document reads now
  Recut cut(Document document, CleanDocument text, Progress progress) {
    progress.begin(
        Text.of(DocumentImporter.class, "cutting", document.name()), text.text().length());
    return recut(document, text, chunker.cut(document.id(), document.sha256(), text, progress));
  }

  /// Of a document that has no passages from now on.
  ///
  /// @param text what the document reads now
  Recut none(Document document, CleanDocument text) {
    return recut(document, text, List.of());
  }

  private Recut recut(Document document, CleanDocument text, List<Chunk> fresh) {
    var former =
        new FormerChunks(text, documents.chunks(document.id()), texts.replaced(document.id()));
    return new Recut(document, former.before(), former.replaced(), former.identified(fresh));
  }
}
