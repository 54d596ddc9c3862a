package dev.retune.document;

/// It is not known where the chunk stood.
public record NoLocator() implements Locator {
  @Override
  public int firstPage() {
    return 0;
  }

  @Override
  public int lastPage() {
    return 0;
  }
}
