package dev.retune.document;

import java.util.List;

/// Units that follow each other.
///
/// @param from index of the first
/// @param to one past the last
record UnitRange(int from, int to) {
  List<TextUnit> of(List<TextUnit> units) {
    return units.subList(from, to);
  }
}
