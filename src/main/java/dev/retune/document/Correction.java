package dev.retune.document;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passage's text as it was put right, with all that undoing needs: passages that end within what
/// was replaced could not be told apart from it afterwards.
public final class Correction {
  private final UUID document;
  private final List<Change> changes;
  private final List<Chunk> chunks;
  private final List<PageRow> pages;

  Correction(UUID document, List<Change> changes, List<Chunk> chunks, List<PageRow> pages) {
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
  /// @param after its text once it was corrected
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record PageRow(int page, String text, byte[] offsets, byte @Nullable [] lines, String after) {}

  /// A passage that read so already.
  public static Correction nothing(UUID document) {
    return new Correction(document, List.of(), List.of(), List.of());
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
}
