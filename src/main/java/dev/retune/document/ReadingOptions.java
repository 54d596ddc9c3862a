package dev.retune.document;

import dev.retune.document.ocr.OcrSettings;
import org.jspecify.annotations.Nullable;

/// How files are read.
///
/// @param ocr how pages that are pictures are recognised; null to leave them without text
/// @param passwords of protected files
public record ReadingOptions(@Nullable OcrSettings ocr, FilePasswords passwords) {

  /// Pages that are pictures are left without text, protected files refused.
  public static ReadingOptions plain() {
    return new ReadingOptions(null, new FilePasswords());
  }
}
