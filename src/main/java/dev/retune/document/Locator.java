package dev.retune.document;

/// Where a chunk stood in its document.
public sealed interface Locator permits PdfLocator, PlaceLocator, NoLocator {

  /// The first page it stands on, from 1; 0 if its document has no pages.
  int firstPage();

  /// The last page it stands on, from 1; 0 if its document has no pages.
  int lastPage();
}
