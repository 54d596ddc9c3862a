package dev.retune.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model that this program knows.
///
/// @param id names it on the command line and in projects
/// @param name for people
/// @param folder its sentence-transformers folder; it need not exist yet for a base model
/// @param kind where it comes from
/// @param created when it came here; the epoch for a base model not yet unpacked
/// @param lineage how it was trained; null unless tuned
/// @param bytes its size on disk; 0 for a base model not yet unpacked
public record ModelEntry(
    String id,
    String name,
    Path folder,
    Kind kind,
    Instant created,
    @Nullable Lineage lineage,
    long bytes) {

  /// In the folder of a model tuned by an adapter or by low-rank updates: these alone, in the
  /// layout of LlamaIndex or PEFT.
  static final String ADAPTER = "adapter";

  /// Where a model comes from.
  public enum Kind {
    /// Travels with the program.
    BASE,
    /// Trained here.
    TUNED,
    /// Brought by the person.
    IMPORTED,
    /// Behind an address.
    REMOTE
  }

  /// Whether the folder stands on disk. A base model is unpacked when first needed.
  public boolean ready() {
    return bytes > 0;
  }

  /// The folder of what was trained beside the base model, if it can be had alone.
  public Optional<Path> adapter() {
    return Optional.of(folder.resolve(ADAPTER)).filter(Files::isDirectory);
  }
}
