package dev.retune.document.ocr;

/// A recognised word.
///
/// @param left of its box in pixels of the picture, as for the others
/// @param confidence 0 to 100, as the recogniser puts it
public record OcrWord(String text, int left, int top, int right, int bottom, float confidence) {}
