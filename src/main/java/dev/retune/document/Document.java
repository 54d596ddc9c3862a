package dev.retune.document;

import dev.retune.text.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A document of the project.
///
/// @param name the file's name, for people
/// @param sha256 hash of the file's bytes; one document a hash
/// @param mediaType such as `application/pdf`
/// @param pages number of pages; 1 for formats without pages, 0 if refused
/// @param chunks number of chunks
/// @param bytes size of the original
/// @param warnings what is missing or odd, with remedies; the one reason if refused
/// @param imported when it was imported
public record Document(
    UUID id,
    String name,
    String sha256,
    String mediaType,
    int pages,
    int chunks,
    long bytes,
    Outcome outcome,
    List<Problem> warnings,
    Instant imported) {

  public Document {
    warnings = List.copyOf(warnings);
  }
}
