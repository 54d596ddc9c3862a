package dev.retune.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a document says that an earlier version of it does not, and the reverse.
///
/// Sentences are compared, not passages: one more sentence moves where all passages behind it begin
/// and end.
///
/// @param added passages of the later version with sentences that the earlier one has not
/// @param gone passages of the earlier version with sentences that the later one has not
/// @param same how many passages of the later version say nothing new
public record VersionChanges(List<Passage> added, List<Passage> gone, int same) {
  public VersionChanges {
    added = List.copyOf(added);
    gone = List.copyOf(gone);
  }

  /// A passage of one version.
  ///
  /// @param differing the sentences that the other version has not, in order
  public record Passage(Chunk chunk, List<Span> differing) {
    public Passage {
      differing = List.copyOf(differing);
    }
  }

  /// @param earlier passages of one version
  /// @param later passages of the other
  public static VersionChanges of(List<Chunk> earlier, List<Chunk> later) {
    var added = differing(later, sentences(earlier));
    var gone = differing(earlier, sentences(later));
    return new VersionChanges(added, gone, later.size() - added.size());
  }

  private static List<Passage> differing(List<Chunk> chunks, Set<String> known) {
    var passages = new ArrayList<Passage>();
    for (var chunk : chunks) {
      var differing =
          spans(chunk.text()).stream()
              .filter(span -> !known.contains(plain(span.of(chunk.text()))))
              .toList();
      if (!differing.isEmpty()) {
        passages.add(new Passage(chunk, differing));
      }
    }
    return passages;
  }

  private static Set<String> sentences(List<Chunk> chunks) {
    var sentences = new HashSet<String>();
    for (var chunk : chunks) {
      spans(chunk.text()).forEach(span -> sentences.add(plain(span.of(chunk.text()))));
    }
    return sentences;
  }

  /// Sentences and lines, such as rows of tables, that say something.
  private static List<Span> spans(String text) {
    var breaks = BreakIterator.getSentenceInstance(new ULocale("en@ss=standard"));
    breaks.setText(text);
    var spans = new ArrayList<Span>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      int begin = from;
      for (int line = text.indexOf('\n', begin);
          line >= 0 && line < to;
          line = text.indexOf('\n', begin)) {
        add(spans, text, begin, line);
        begin = line + 1;
      }
      add(spans, text, begin, to);
      from = to;
    }
    return spans;
  }

  private static void add(List<Span> spans, String text, int from, int to) {
    var end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (text.substring(from, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
      spans.add(new Span(from, end));
    }
  }

  private static String plain(String sentence) {
    return sentence.strip().replaceAll("\\s+", " ");
  }
}
