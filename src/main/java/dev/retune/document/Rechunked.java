package dev.retune.document;

import java.util.List;

/// Documents cut anew, nothing of which is stored yet.
///
/// @param options how
/// @param left documents that stay as they are: their passages came ready, or an earlier version of
///   the program stored too little of them
public record Rechunked(ChunkingOptions options, List<Recut> documents, List<Document> left) {
  public Rechunked {
    documents = List.copyOf(documents);
    left = List.copyOf(left);
  }
}
