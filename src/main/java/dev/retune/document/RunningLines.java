package dev.retune.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds running headers, footers and page numbers: what stands at the edge of many pages and
/// changes at most in its digits; and stamps in the margin.
///
/// Lines are peeled from the edge inwards, so that a repeated line in the body stays.
final class RunningLines {
  /// Share of the page's height, at each end, where running lines stand.
  private static final float ZONE = .15f;

  private static final int OUTERMOST = 2;
  private static final int DEEPEST = 5;
  private static final int MANY_PAGES = 3;

  /// Sideways text that makes up less than one in so many letters of a page is no part of its text.
  private static final int STAMP = 5;

  /// A running line stands on at least this share of the pages between its first and its last: one
  /// that alternates between left and right pages stands on half.
  private static final double DENSITY = .4;

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /// Dots and dashes between words, which recognition does not tell apart.
  private static final Pattern MARKS = Pattern.compile("[-·•‧∙‐‑–—]");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-–—|·.\\s]*(?:page|p\\.?|seite|第)?\\s*(?:[A-Z]{1,2}[-–])?(\\d{1,4}|[ivxlc]{1,7})"
              + "(?:\\s*页)?(?:\\s*(?:of|/|von|共|[|])\\s*(?:共\\s*)?\\d{1,4}(?:\\s*页)?)?[-–—|·.\\s]*",
          Pattern.CASE_INSENSITIVE);

  private final List<SourcePage> pages;
  private final Map<String, NavigableSet<Integer>> pagesOfKey = new HashMap<>();
  private final Map<Integer, Set<Integer>> pagesOfNumbering = new HashMap<>();

  private RunningLines(List<SourcePage> pages) {
    this.pages = pages;
  }

  /// The lines to drop, by identity.
  static Set<SourceLine> of(List<SourcePage> pages) {
    var finder = new RunningLines(pages);
    Set<SourceLine> found = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    if (pages.size() > 1) {
      pages.forEach(finder::count);
      pages.forEach(page -> finder.peel(page, found));
    }
    pages.forEach(page -> addStamps(page, found));
    return found;
  }

  /// What is set sideways beside upright text: stamps of printers and archives, labels of axes.
  private static void addStamps(SourcePage page, Set<SourceLine> found) {
    var turned = new ArrayList<SourceLine>();
    int turnedLetters = 0;
    int letters = 0;
    for (var line : page.lines()) {
      letters += line.end() - line.start();
      if (line.layout() != null && !line.layout().upright()) {
        turned.add(line);
        turnedLetters += line.end() - line.start();
      }
    }
    if (turnedLetters * STAMP < letters) {
      found.addAll(turned);
    }
  }

  private void count(SourcePage page) {
    for (var line : candidates(page)) {
      var text = text(page, line);
      var number = PAGE_NUMBER.matcher(text);
      if (number.matches()) {
        pagesOfNumbering
            .computeIfAbsent(numbering(page, number), _ -> new HashSet<>())
            .add(page.number());
      } else {
        pagesOfKey.computeIfAbsent(key(text), _ -> new TreeSet<>()).add(page.number());
      }
    }
  }

  /// Lines near the edges of the sheet, and the outermost ones wherever they stand: pages printed
  /// from a browser end where their text ends. From top to bottom.
  private static List<SourceLine> candidates(SourcePage page) {
    var lines = new ArrayList<SourceLine>();
    for (var line : page.lines()) {
      if (line.layout() != null && line.layout().upright() && !text(page, line).isEmpty()) {
        lines.add(line);
      }
    }
    lines.sort(Comparator.comparingDouble(RunningLines::top));
    var candidates = new ArrayList<SourceLine>();
    for (int i = 0; i < lines.size(); i++) {
      boolean outermost = i < OUTERMOST || i >= lines.size() - OUTERMOST;
      if (outermost || inZone(page, lines.get(i))) {
        candidates.add(lines.get(i));
      }
    }
    return candidates;
  }

  private void peel(SourcePage page, Set<SourceLine> found) {
    var downwards = candidates(page);
    peel(page, downwards, found);
    peel(page, downwards.reversed(), found);
  }

  private void peel(SourcePage page, List<SourceLine> fromEdge, Set<SourceLine> found) {
    for (int i = 0; i < Math.min(DEEPEST, fromEdge.size()); i++) {
      var line = fromEdge.get(i);
      if (!found.contains(line) && !running(page, line)) {
        return;
      }
      found.add(line);
    }
  }

  private boolean running(SourcePage page, SourceLine line) {
    var text = text(page, line);
    var number = PAGE_NUMBER.matcher(text);
    if (number.matches()) {
      var same = pagesOfNumbering.getOrDefault(numbering(page, number), Set.of());
      return same.size() >= Math.min(MANY_PAGES, pages.size());
    }
    return repeated(pagesOfKey.getOrDefault(key(text), new TreeSet<>()));
  }

  private boolean repeated(NavigableSet<Integer> on) {
    if (on.size() < Math.min(MANY_PAGES, pages.size())) {
      return false;
    }
    return on.size() >= DENSITY * (on.last() - on.first() + 1);
  }

  /// What stays the same in a running line. On two or three pages chance could repeat a line that
  /// differs in its digits, so there the digits count.
  private String key(String text) {
    var flat = MARKS.matcher(text.toLowerCase(Locale.ROOT).replace(" ", "")).replaceAll("-");
    if (pages.size() <= MANY_PAGES || flat.codePoints().filter(Character::isLetter).count() < 2) {
      return flat;
    }
    return DIGITS.matcher(flat).replaceAll("#");
  }

  /// How far the printed number lies from the page's place in the file: the same on all pages of a
  /// numbering.
  private static int numbering(SourcePage page, Matcher number) {
    var digits = number.group(1);
    int value =
        Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : Roman.value(digits);
    return value - page.number();
  }

  private static boolean inZone(SourcePage page, SourceLine line) {
    var layout = line.layout();
    return layout != null
        && page.height() > 0
        && (layout.bottom() < ZONE * page.height() || layout.top() > (1 - ZONE) * page.height());
  }

  private static float top(SourceLine line) {
    var layout = line.layout();
    return layout == null ? 0 : layout.top();
  }

  private static String text(SourcePage page, SourceLine line) {
    return page.text().substring(line.start(), line.end()).replace('\u00a0', ' ').strip();
  }
}
