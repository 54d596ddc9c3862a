package dev.retune.document;

import dev.retune.text.Text;
import java.util.Optional;

/// A place in a document without pages, or on slides or sheets.
///
/// @param place for links, such as `L12-L30` for lines 12 to 30, see [Places]
/// @param start first character in the document's text
/// @param end one past the last
public record PlaceLocator(String place, int start, int end) implements Locator {

  /// The place for people; empty if it is none that can be told.
  public Optional<Text> words() {
    return Places.words(place);
  }

  /// Slides are pages.
  @Override
  public int firstPage() {
    return Places.slide(place, true);
  }

  @Override
  public int lastPage() {
    return Places.slide(place, false);
  }
}
