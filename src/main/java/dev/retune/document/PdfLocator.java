package dev.retune.document;

import java.util.List;

/// Ranges on one or several pages, in reading order; at least one.
public record PdfLocator(List<PageRange> ranges) implements Locator {
  public PdfLocator {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("no range");
    }
  }

  @Override
  public int firstPage() {
    return ranges.getFirst().page();
  }

  @Override
  public int lastPage() {
    return ranges.getLast().page();
  }
}
