package dev.retune.document.ocr;

import java.util.List;

/// A recognised line of text.
///
/// @param words at least one, in reading order
/// @param opens whether a paragraph begins with it
public record OcrLine(List<OcrWord> words, boolean opens) {
  public OcrLine {
    words = List.copyOf(words);
  }
}
