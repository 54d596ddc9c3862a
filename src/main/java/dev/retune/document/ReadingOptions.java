package dev.retune.document;

import dev.retune.document.ocr.OcrSettings;
import org.jspecify.annotations.Nullable;

/// How files are read.
///
/// @param ocr how pages that are pictures are recognised; null to leave them without text
/// @param passwords of protected files
/// @param tables whether tables are read as rows and columns; without, which takes less time, their
///   lines are text like any other
public record ReadingOptions(@Nullable OcrSettings ocr, FilePasswords passwords, boolean tables) {

  /// With tables.
  public ReadingOptions(@Nullable OcrSettings ocr, FilePasswords passwords) {
    this(ocr, passwords, true);
  }

  /// Pages that are pictures are left without text, protected files refused.
  public static ReadingOptions plain() {
    return new ReadingOptions(null, new FilePasswords());
  }
}
