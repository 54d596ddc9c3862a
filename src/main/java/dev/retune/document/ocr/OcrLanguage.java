package dev.retune.document.ocr;

/// A language that text can be recognised in.
///
/// @param name Tesseract's, such as `chi_sim`
/// @param installed whether its data is on this machine
/// @param bytes how much is to be fetched; 0 where it is installed
public record OcrLanguage(String name, boolean installed, long bytes) {}
