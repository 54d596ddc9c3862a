package dev.retune.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds what of a chunk still stands on its pages where their text became another: by words, as
/// `diff` finds lines.
final class WordPlaces {
  /// Characters of scripts that are written without spaces stand for themselves.
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]"
              + "|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

  /// How far from its former place what is left of a chunk is looked for in a document without
  /// pages, in characters: comparing its words with all others would take minutes in a long one.
  private static final int FAR = 4_000;

  private final CleanDocument text;
  private final Map<Integer, List<Word>> pages = new HashMap<>();

  WordPlaces(CleanDocument text) {
    this.text = text;
  }

  /// @param key the word without case and forms that mean the same
  private record Word(int start, int end, String key) {}

  /// The chunk with those runs of its words that stand in the text in the same order; without any
  /// piece if there are none.
  PlacedChunk of(Chunk chunk) {
    if (chunk.locator() instanceof PlaceLocator(_, var start, _)) {
      int at = nearest(chunk.text(), start);
      if (at >= 0) {
        return new PlacedChunk(chunk, new Span(at, at + chunk.text().length()));
      }
    }
    return ofWords(chunk);
  }

  /// Where the same text stands, as near to its former place as there is; negative if nowhere.
  private int nearest(String chunk, int start) {
    int before = text.text().lastIndexOf(chunk, start);
    int behind = text.text().indexOf(chunk, Math.max(start, 0));
    return before < 0 || (behind >= 0 && behind - start < start - before) ? behind : before;
  }

  private PlacedChunk ofWords(Chunk chunk) {
    var own = words(chunk.text(), 0);
    var there = around(chunk.locator());
    var pieces = new ArrayList<PlacedChunk.Piece>();
    var patch = DiffUtils.diff(keys(own), keys(there), /* includeEqualParts= */ true);
    for (var delta : patch.getDeltas()) {
      if (delta.getType() == DeltaType.EQUAL) {
        add(
            chunk.text(),
            own.subList(delta.getSource().getPosition(), delta.getSource().last() + 1),
            there.subList(delta.getTarget().getPosition(), delta.getTarget().last() + 1),
            pieces);
      }
    }
    return new PlacedChunk(chunk, hull(pieces), pieces);
  }

  private static List<String> keys(List<Word> words) {
    return words.stream().map(Word::key).toList();
  }

  private static Span hull(List<PlacedChunk.Piece> pieces) {
    return pieces.isEmpty()
        ? new Span(0, 0)
        : new Span(pieces.getFirst().there().start(), pieces.getLast().there().end());
  }

  /// Words side by side are one piece with what stands between, if that is the same.
  private void add(String chunk, List<Word> own, List<Word> there, List<PlacedChunk.Piece> pieces) {
    int first = 0;
    for (int i = 1; i <= own.size(); i++) {
      if (i == own.size() || !joined(chunk, own, there, i)) {
        int length =
            Math.min(
                own.get(i - 1).end() - own.get(first).start(),
                there.get(i - 1).end() - there.get(first).start());
        int at = there.get(first).start();
        pieces.add(new PlacedChunk.Piece(own.get(first).start(), new Span(at, at + length)));
        first = i;
      }
    }
  }

  private boolean joined(String chunk, List<Word> own, List<Word> there, int i) {
    var between = chunk.substring(own.get(i - 1).end(), own.get(i).start());
    return text.text().substring(there.get(i - 1).end(), there.get(i).start()).equals(between)
        && own.get(i - 1).end() - own.get(i - 1).start()
            == there.get(i - 1).end() - there.get(i - 1).start();
  }

  /// The words of the pages that the chunk stood on.
  private List<Word> around(Locator locator) {
    return switch (locator) {
      case PdfLocator place -> {
        var words = new ArrayList<Word>();
        for (int i = 0; i < text.pages().size(); i++) {
          int number = text.pages().get(i).source().number();
          if (number >= place.firstPage() && number <= place.lastPage()) {
            int page = i;
            words.addAll(pages.computeIfAbsent(i, _ -> page(page)));
          }
        }
        yield words;
      }
      case PlaceLocator(_, var start, var end) -> between(start - FAR, end + FAR);
      case NoLocator() -> between(0, text.text().length());
    };
  }

  private List<Word> between(int from, int to) {
    int start = Math.clamp(from, 0, text.text().length());
    int end = Math.clamp(to, start, text.text().length());
    return words(text.text().substring(start, end), start);
  }

  private List<Word> page(int index) {
    var page = text.pages().get(index).text();
    return words(page, text.starts()[index]);
  }

  private static List<Word> words(String text, int offset) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      var key =
          Normalizer.normalize(matcher.group(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      words.add(new Word(offset + matcher.start(), offset + matcher.end(), key));
    }
    return words;
  }
}
