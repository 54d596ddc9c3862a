package dev.retune.document;

import java.util.ArrayList;
import java.util.List;

/// A chunk with its place.
///
/// @param span in the document's text, which runs over all pages; around all pieces
/// @param pieces what of it stands in the document's text; one for most, several or none where the
///   text became another since the chunk was cut
public record PlacedChunk(Chunk chunk, Span span, List<Piece> pieces) {
  public PlacedChunk {
    pieces = List.copyOf(pieces);
  }

  /// All of it in one place.
  public PlacedChunk(Chunk chunk, Span span) {
    this(chunk, span, List.of(new Piece(0, span)));
  }

  /// A part of the chunk.
  ///
  /// @param start first character in the chunk's text
  /// @param there the same in the document's text
  public record Piece(int start, Span there) {}

  /// Where a part of the chunk stands in the document's text, as far as it does.
  ///
  /// @param start first character in the chunk's text
  /// @param end one past the last
  public List<Span> places(int start, int end) {
    var places = new ArrayList<Span>();
    for (var piece : pieces) {
      int from = Math.max(start, piece.start());
      int to = Math.min(end, piece.start() + piece.there().length());
      if (from < to) {
        int shift = piece.there().start() - piece.start();
        places.add(new Span(from + shift, to + shift));
      }
    }
    return places;
  }
}
