package dev.retune.document.ocr;

import java.nio.file.Path;
import java.util.List;

/// How pages without text are read.
///
/// @param folder of this user, where the recogniser's libraries and data are kept
/// @param languages by Tesseract's names, the main one first
public record OcrSettings(Path folder, List<String> languages) {
  public OcrSettings {
    languages = List.copyOf(languages);
  }
}
