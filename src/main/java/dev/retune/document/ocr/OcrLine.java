package dev.retune.document.ocr;

import java.util.List;

/// A recognised line of text.
///
/// @param words at least one, in reading order
/// @param opens whether a paragraph begins with it
/// @param height of its letters from top to bottom, in pixels, however the page lies
public record OcrLine(List<OcrWord> words, boolean opens, int height) {
  public OcrLine {
    words = List.copyOf(words);
  }
}
