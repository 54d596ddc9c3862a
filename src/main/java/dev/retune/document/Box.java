package dev.retune.document;

/// A rectangle on a page as it is shown (rotation applied), in points from the top left corner.
public record Box(float x, float y, float width, float height) {

  float right() {
    return x + width;
  }

  float bottom() {
    return y + height;
  }

  /// The smallest one around both.
  Box union(Box other) {
    float left = Math.min(x, other.x);
    float top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /// The piece between two shares of its width.
  Box share(float from, float to) {
    return new Box(x + from * width, y, (to - from) * width, height);
  }
}
