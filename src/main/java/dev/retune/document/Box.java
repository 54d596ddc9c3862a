package dev.retune.document;

/// A rectangle on a page as it is shown (rotation applied), in points from the top left corner.
public record Box(float x, float y, float width, float height) {}
