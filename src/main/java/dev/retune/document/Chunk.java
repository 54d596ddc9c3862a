package dev.retune.document;

import java.util.List;
import java.util.UUID;

/// A passage of a document; the chunks of a project are what retrieval searches.
///
/// @param ordinal position among the document's chunks, from 0
/// @param headingPath headings it stands under, outermost first; may be empty
/// @param tokens length in the base model's tokens, without special tokens
public record Chunk(
    UUID id,
    UUID documentId,
    int ordinal,
    String text,
    List<String> headingPath,
    int tokens,
    Locator locator) {

  public Chunk {
    headingPath = List.copyOf(headingPath);
  }
}
