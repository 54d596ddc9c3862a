package dev.retune.document;

import dev.retune.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of places in documents without pages: `L12-L30` for lines, `P3-P5` for paragraphs (rows of
/// tables count too), `S2-S3` for slides, `Costs!R5-Costs!R9` for rows of sheets.
final class Places {
  private static final Pattern PLACE =
      Pattern.compile("(?:(.*)!)?([LPSR])(\\d{1,9})-(?:(.*)!)?[LPSR](\\d{1,9})", Pattern.DOTALL);

  private Places() {}

  /// @param start first character in the document's text
  /// @param end one past the last
  static String of(CleanDocument document, int start, int end) {
    return point(document, start, true) + "-" + point(document, Math.max(start, end - 1), false);
  }

  private static String point(CleanDocument document, int at, boolean first) {
    int index = 0;
    while (index + 1 < document.starts().length && document.starts()[index + 1] <= at) {
      index++;
    }
    var page = document.pages().get(index);
    var source = page.source();
    int clean = at - document.starts()[index];
    int raw = page.offsets().toRaw(clean, clean + 1).start();
    return switch (document.kind()) {
      case PPTX -> "S" + source.number();
      case XLSX -> sheet(page) + "!R" + number(page, raw, first);
      case CSV, JSONL -> "L" + number(page, raw, false);
      case HTML, DOCX, EML -> "P" + source.lineAt(raw);
      case TEXT, MARKDOWN, PDF, PNG, JPEG, TIFF -> "L" + source.lineAt(raw);
    };
  }

  /// A sheet's name is its first line.
  private static String sheet(CleanPage page) {
    var lines = page.lines();
    return lines.isEmpty()
        ? ""
        : page.text().substring(lines.getFirst().start(), lines.getFirst().end());
  }

  /// Number in the file of the line where a character stands; of the next that has one, or the last
  /// before it.
  private static int number(CleanPage page, int raw, boolean forwards) {
    var lines = page.lines();
    int at = index(lines, raw);
    for (int i = at; i >= 0 && i < lines.size(); i += forwards ? 1 : -1) {
      int number = LineMark.before(page.source().text(), lines.get(i).source().start()).number();
      if (number > 0) {
        return number;
      }
    }
    return 1;
  }

  /// The last line that begins at or before a character of the raw text.
  private static int index(List<CleanPage.Line> lines, int raw) {
    int below = 0;
    int above = lines.size();
    while (above - below > 1) {
      int middle = (below + above) >>> 1;
      if (lines.get(middle).source().start() <= raw) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return below;
  }

  /// The first or last slide that a place names; 0 if it names none.
  static int slide(String place, boolean first) {
    var found = PLACE.matcher(place);
    return found.matches() && found.group(2).equals("S")
        ? Integer.parseInt(found.group(first ? 3 : 5))
        : 0;
  }

  /// The place for people; empty if it is none of these.
  static Optional<Text> words(String place) {
    var found = PLACE.matcher(place);
    if (!found.matches()) {
      return Optional.empty();
    }
    var first = found.group(3);
    var last = found.group(5);
    return Optional.of(
        switch (found.group(2)) {
          case "L" -> words("place.lines", first, last);
          case "P" -> words("place.paragraphs", first, last);
          case "S" -> words("place.slides", first, last);
          default -> rows(found.group(1), first, found.group(4), last);
        });
  }

  private static Text rows(
      @Nullable String sheet, String first, @Nullable String lastSheet, String last) {
    var name = sheet == null ? "" : sheet;
    return name.equals(lastSheet)
        ? Text.of(
            DocumentImporter.class, "place.rows", first.equals(last) ? 1 : 2, name, first, last)
        : Text.of(
            DocumentImporter.class,
            "place.sheets",
            name,
            first,
            lastSheet == null ? "" : lastSheet,
            last);
  }

  private static Text words(String key, String first, String last) {
    return Text.of(DocumentImporter.class, key, first.equals(last) ? 1 : 2, first, last);
  }
}
