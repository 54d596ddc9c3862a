package dev.retune.document;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pages are to be read again, and how.
///
/// @param pages from 1; empty for the whole document, whose pages follow unless they have a choice
///   of their own
/// @param treatment null for what is chosen already; what was left out comes back
/// @param languages of text recognition for the whole document; null for those chosen already,
///   empty for the project's
/// @param overCorrected whether pages that a person corrected are read again too, which replaces
///   what was corrected
public record RereadRequest(
    Set<Integer> pages,
    @Nullable Treatment treatment,
    @Nullable List<String> languages,
    boolean overCorrected) {
  public RereadRequest {
    pages = Set.copyOf(pages);
    languages = languages == null ? null : List.copyOf(languages);
  }
}
