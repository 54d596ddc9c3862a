package dev.retune.document;

import dev.retune.document.ocr.OcrSettings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How documents are read again.
///
/// @param ocr how pages are recognised that are to be read in languages, empty for the project's;
///   gives null to leave them without text
/// @param passwords of protected files
/// @param tables whether tables are read as rows and columns
public record RereadOptions(
    Function<List<String>, @Nullable OcrSettings> ocr, FilePasswords passwords, boolean tables) {}
