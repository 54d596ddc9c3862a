package dev.retune.document;

/// A place in a document without pages.
///
/// @param place for people and links, such as `L12-L30` for lines 12 to 30
/// @param start first character in the document's text
/// @param end one past the last
public record PlaceLocator(String place, int start, int end) implements Locator {
  @Override
  public int firstPage() {
    return 0;
  }

  @Override
  public int lastPage() {
    return 0;
  }
}
