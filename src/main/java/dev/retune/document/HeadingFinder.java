package dev.retune.document;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells which lines are headings.
interface HeadingFinder {

  /// Lines that are headings, by identity, with their level: smaller stands higher, from 1. Levels
  /// order the headings of this document only and may leave numbers out.
  ///
  /// @param dropped lines that are not part of the text
  Map<SourceLine, Integer> find(List<SourcePage> pages, Set<SourceLine> dropped);
}
