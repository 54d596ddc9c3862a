package dev.retune.document;

import java.util.List;
import java.util.UUID;

/// A passage of a document; the chunks of a project are what retrieval searches.
///
/// @param ordinal position among the document's chunks, from 0
/// @param text the part of the document that it stands for: what is highlighted and corrected
/// @param headingPath headings it stands under, outermost first; may be empty
/// @param tokens length of [#whole] in the base model's tokens, without special tokens
/// @param head caption and headings of the table in whose middle it begins; empty elsewhere
public record Chunk(
    UUID id,
    UUID documentId,
    int ordinal,
    String text,
    List<String> headingPath,
    int tokens,
    Locator locator,
    String head) {

  public Chunk {
    headingPath = List.copyOf(headingPath);
  }

  /// One that does not begin in the middle of a table.
  public Chunk(
      UUID id,
      UUID documentId,
      int ordinal,
      String text,
      List<String> headingPath,
      int tokens,
      Locator locator) {
    this(id, documentId, ordinal, text, headingPath, tokens, locator, "");
  }

  Chunk withId(UUID other) {
    return new Chunk(other, documentId, ordinal, text, headingPath, tokens, locator, head);
  }

  Chunk withOrdinal(int other) {
    return new Chunk(id, documentId, other, text, headingPath, tokens, locator, head);
  }

  /// Not counted anew.
  Chunk withText(String other, Locator where) {
    return new Chunk(id, documentId, ordinal, other, headingPath, tokens, where, head);
  }

  /// @param counted length of the whole with that head
  Chunk withHead(String other, int counted) {
    return new Chunk(id, documentId, ordinal, text, headingPath, counted, locator, other);
  }

  /// The passage as it is read alone: what is embedded, searched, asked about and shown.
  public String whole() {
    return head.isEmpty() ? text : head + "\n" + text;
  }
}
