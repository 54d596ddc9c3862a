package dev.retune.document.table;

/// A line drawn across or down a page.
///
/// @param across whether it runs from left to right, else from top to bottom
/// @param at its distance from the page's top, or from its left, in points as shown
/// @param from where it begins, on the other axis
/// @param to where it ends
/// @param edge whether it is only the edge of a filled area
public record Ruling(boolean across, float at, float from, float to, boolean edge) {
  public float length() {
    return to - from;
  }
}
