package dev.retune.document;

import dev.retune.text.Problem;
import java.util.List;

/// A document as its reader gave it.
///
/// @param warnings what is missing or odd
record Source(FileKind kind, Outcome outcome, List<SourcePage> pages, List<Problem> warnings) {

  /// The same of other pages.
  Source of(List<SourcePage> others) {
    return new Source(kind, outcome, others, warnings);
  }
}
