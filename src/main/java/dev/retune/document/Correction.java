package dev.retune.document;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passage's text as it was put right, with all that undoing needs: passages that end within what
/// was replaced could not be told apart from it afterwards.
public final class Correction {
  private final UUID document;
  private final List<Change> changes;
  private final List<Chunk> chunks;
  private final List<PageRow> pages;
  private final Set<UUID> all;

  /// @param chunks those that changed, as they were
  /// @param pages those that changed, as they were
  /// @param all ids of the document's chunks, in force or not
  Correction(
      UUID document, List<Change> changes, List<Chunk> chunks, List<PageRow> pages, Set<UUID> all) {
    this.all = Set.copyOf(all);
    this.document = document;
    this.changes = List.copyOf(changes);
    this.chunks = List.copyOf(chunks);
    this.pages = List.copyOf(pages);
  }

  /// @param page from 1
  /// @param place of the first changed character in the page's text
  public record Change(int page, int place, String before, String after) {
    Change undone() {
      return new Change(page, place, /* before= */ after, /* after= */ before);
    }
  }

  /// A page as it is stored.
  ///
  /// @param corrected whether it had been corrected before
  /// @param after its text once it was corrected
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record PageRow(
      int page,
      String text,
      byte[] offsets,
      byte @Nullable [] lines,
      boolean corrected,
      String after) {}

  /// A passage that read so already.
  public static Correction nothing(UUID document) {
    return new Correction(document, List.of(), List.of(), List.of(), Set.of());
  }

  UUID document() {
    return document;
  }

  /// What was replaced; none if the passage read so already.
  public List<Change> changes() {
    return changes;
  }

  /// The chunks that changed, as they were.
  List<Chunk> chunks() {
    return chunks;
  }

  /// The pages that changed, as they were.
  List<PageRow> pages() {
    return pages;
  }

  /// Ids of the document's chunks when it was made: those that came since know nothing of the
  /// former text.
  Set<UUID> all() {
    return all;
  }
}
