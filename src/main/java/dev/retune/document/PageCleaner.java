package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a page's cleaned text: running lines dropped, the lines of a paragraph joined, words
/// divided at a line's end made whole, paragraphs and table rows on lines of their own.
final class PageCleaner {
  private final Vocabulary vocabulary;
  private final Set<SourceLine> dropped;
  private final Map<SourceLine, Integer> levels;
  private final TableText tableText = new TableText(this::joinInCell);

  /// @param levels of headings by line, from 1
  PageCleaner(Vocabulary vocabulary, Set<SourceLine> dropped, Map<SourceLine, Integer> levels) {
    this.vocabulary = vocabulary;
    this.dropped = dropped;
    this.levels = levels;
  }

  /// @param tables whose words leave the running text; each stands where its first line stood
  CleanPage clean(SourcePage page, LineBreaks breaks, PageTables tables) {
    var cleaner = new TextCleaner();
    var lines = new ArrayList<CleanPage.Line>();
    var written = new ArrayList<PageTables.Table>();
    SourceLine before = null;
    for (var line : page.lines()) {
      if (page.text().substring(line.start(), line.end()).isBlank()) {
        continue;
      }
      for (var part : tables.parts(line)) {
        if (part.table() == null && dropped.contains(line)) {
          continue;
        }
        if (part.table() == null) {
          before = text(page, breaks, cleaner, before, part.line(), level(line), lines);
        } else if (!written.contains(part.table())) {
          written.add(part.table());
          tableText.write(page, part.table(), cleaner, lines);
          before = null;
        }
      }
    }
    return new CleanPage(page, cleaner.out().toString(), cleaner.offsets(), shortened(lines));
  }

  /// Writes a line of running text and gives the last one written.
  private @Nullable SourceLine text(
      SourcePage page,
      LineBreaks breaks,
      TextCleaner cleaner,
      @Nullable SourceLine before,
      SourceLine line,
      int level,
      List<CleanPage.Line> lines) {
    if (page.text().substring(line.start(), line.end()).isBlank()) {
      return before;
    }
    int start = begin(page, breaks, cleaner, before, line, level, lines);
    cleaner.line(page.text(), line.start(), line.end());
    if (cleaner.length() == start) {
      return before;
    }
    lines.add(new CleanPage.Line(start, cleaner.length(), line, level));
    tableText.interrupted();
    return line;
  }

  /// A dropped hyphen shortens the line before.
  private static List<CleanPage.Line> shortened(List<CleanPage.Line> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      var line = lines.get(i);
      int end = Math.min(line.end(), lines.get(i + 1).start());
      lines.set(i, new CleanPage.Line(line.start(), end, line.source(), line.level()));
    }
    return lines;
  }

  private int level(SourceLine line) {
    return levels.getOrDefault(line, 0);
  }

  /// Writes what stands before `line` and gives where it starts.
  private int begin(
      SourcePage page,
      LineBreaks breaks,
      TextCleaner cleaner,
      @Nullable SourceLine before,
      SourceLine line,
      int level,
      List<CleanPage.Line> lines) {
    if (cleaner.length() == 0) {
      return 0;
    }
    if (before == null) {
      // After a table.
      cleaner.insert("\n");
      return cleaner.length();
    }
    var raw = page.text();
    int first = firstVisible(raw, line);
    if (lines.getLast().level() != level || breaks.between(page, before, line)) {
      cleaner.join("\n", first);
    } else if (softHyphen(raw, before)) {
      cleaner.join("", first);
    } else if (hyphenated(cleaner.out()) && Character.isLetterOrDigit(raw.codePointAt(first))) {
      mend(cleaner, raw, first, line.end());
    } else if (Scripts.spaceless(cleaner.lastChar()) && Scripts.spaceless(raw.codePointAt(first))) {
      cleaner.join("", first);
    } else {
      cleaner.join(" ", first);
    }
    return cleaner.length();
  }

  private void joinInCell(TextCleaner cleaner, String raw, int first, int end) {
    if (hyphenated(cleaner.out()) && Character.isLetterOrDigit(raw.codePointAt(first))) {
      mend(cleaner, raw, first, end);
    } else if (!(Scripts.spaceless(cleaner.lastChar())
        && Scripts.spaceless(raw.codePointAt(first)))) {
      cleaner.insert(" ");
    }
  }

  /// A word divided at the line's end; the hyphen of a compound stays. Before a capital or a digit
  /// it is always one: `non-GAAP`, `10-year`.
  private void mend(TextCleaner cleaner, String raw, int first, int end) {
    var out = cleaner.out();
    int hyphen = out.length() - 1;
    int from = hyphen;
    while (from > 0 && Character.isLetter(out.charAt(from - 1))) {
      from--;
    }
    int to = first;
    while (to < end && Character.isLetter(raw.charAt(to))) {
      to++;
    }
    boolean word = from < hyphen && Character.isLowerCase(raw.codePointAt(first));
    if (word && vocabulary.joins(out.substring(from, hyphen), raw.substring(first, to))) {
      cleaner.dropLast();
    }
  }

  private static boolean hyphenated(StringBuilder out) {
    int hyphen = out.length() - 1;
    return hyphen > 0
        && out.charAt(hyphen) == '-'
        && Character.isLetterOrDigit(out.charAt(hyphen - 1));
  }

  private static boolean softHyphen(String raw, SourceLine line) {
    int last = line.end() - 1;
    while (last > line.start() && Character.isWhitespace(raw.charAt(last))) {
      last--;
    }
    return raw.charAt(last) == '\u00ad';
  }

  private static int firstVisible(String raw, SourceLine line) {
    int at = line.start();
    while (at < line.end() - 1
        && (Character.isWhitespace(raw.charAt(at)) || Character.isSpaceChar(raw.charAt(at)))) {
      at++;
    }
    return at;
  }
}
