package dev.retune.document;

import java.util.List;

/// Documents cut anew, nothing of which is stored yet.
///
/// @param options how
/// @param left documents that stay as they are: their passages came ready, or an earlier version of
///   the program stored too little of them
/// @param rereads of the documents whose pages were read again before
public record Rechunked(
    ChunkingOptions options, List<Recut> documents, List<Document> left, List<Reread> rereads) {
  public Rechunked {
    rereads = List.copyOf(rereads);
    documents = List.copyOf(documents);
    left = List.copyOf(left);
  }

  /// From the text that is stored.
  public Rechunked(ChunkingOptions options, List<Recut> documents, List<Document> left) {
    this(options, documents, left, List.of());
  }
}
