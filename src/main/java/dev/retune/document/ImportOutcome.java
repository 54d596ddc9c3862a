package dev.retune.document;

import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one file of an import.
///
/// @param document what is in the project now; null only if the file could not even be read
/// @param problem why it was refused; null unless [Kind#REFUSED]
/// @param warnings what is missing or odd, each with its remedy (a scan that needs OCR is one)
/// @param earlier another version of the document that is in the project; null if there is none
public record ImportOutcome(
    Path file,
    Kind kind,
    @Nullable Document document,
    @Nullable Problem problem,
    List<Problem> warnings,
    int pages,
    int chunks,
    @Nullable EarlierVersion earlier) {

  public ImportOutcome {
    warnings = List.copyOf(warnings);
  }

  /// Of a document that there is no other version of.
  public ImportOutcome(
      Path file,
      Kind kind,
      @Nullable Document document,
      @Nullable Problem problem,
      List<Problem> warnings,
      int pages,
      int chunks) {
    this(file, kind, document, problem, warnings, pages, chunks, null);
  }

  ImportOutcome with(EarlierVersion version) {
    return new ImportOutcome(file, kind, document, problem, warnings, pages, chunks, version);
  }

  /// What was done.
  public enum Kind {
    IMPORTED,
    /// The same bytes were in the project already.
    UNCHANGED,
    /// The same bytes had been removed from the project, and are back with what belonged to them.
    RESTORED,
    REFUSED
  }
}
