package dev.retune.document;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A page as the store keeps it.
///
/// @param number from 1
/// @param lines null for pages that were imported before they were kept
/// @param state null for pages that were imported before it was kept
/// @param treatment its own choice; null for its document's
@SuppressWarnings("ArrayRecordComponent") // compared by same
record StoredPage(
    int number,
    String rawText,
    String text,
    byte[] offsets,
    byte @Nullable [] lines,
    @Nullable PageState state,
    @Nullable Treatment treatment,
    boolean leftOut,
    boolean corrected) {

  /// A page that was just read.
  static StoredPage of(CleanPage page, @Nullable Treatment treatment, boolean leftOut) {
    return new StoredPage(
        page.source().number(),
        page.source().text(),
        page.text(),
        page.offsets().encode(),
        StoredLines.encode(page.lines()),
        PageState.of(page.source().content()),
        treatment,
        leftOut,
        false);
  }

  /// The same text with other choices.
  StoredPage with(@Nullable Treatment chosen, boolean out) {
    return new StoredPage(number, rawText, text, offsets, lines, state, chosen, out, corrected);
  }

  boolean same(StoredPage other) {
    return number == other.number
        && rawText.equals(other.rawText)
        && text.equals(other.text)
        && Arrays.equals(offsets, other.offsets)
        && Arrays.equals(lines, other.lines)
        && state == other.state
        && treatment == other.treatment
        && leftOut == other.leftOut
        && corrected == other.corrected;
  }

  /// The page as cutting needs it; of how its lines were set only what places them is kept.
  ///
  /// @throws IllegalStateException if its lines were not kept
  CleanPage clean(FileKind kind) {
    var kept = StoredLines.decode(Objects.requireNonNull(lines, "lines"));
    // Places in a text without pages count all lines, also those that cleaning left out.
    var all =
        kind.paged()
            ? kept.stream().map(CleanPage.Line::source).toList()
            : TextReader.lines(rawText);
    var source = new SourcePage(number, rawText, all, 0, 0, SourcePage.Content.TEXT);
    return new CleanPage(source, text, OffsetMap.decode(offsets), kept);
  }
}
