package dev.retune.document.written;

import java.util.regex.Pattern;

/// Writes plain text as mail programs send it: lines were broken to fit a width, and those that
/// were quoted begin with `>`.
final class MailLines {
  /// Lines shorter than this share of the longest were not broken to fit.
  private static final double SHORT = .6;

  /// No mail program breaks lines at so few characters, and few at more.
  private static final int NARROWEST = 50;

  private static final int WIDEST = 120;
  private static final Pattern QUOTE = Pattern.compile("^((?:> ?)+)(.*)$");
  private static final Pattern ITEM =
      Pattern.compile("^(?:[-*•–—=_#+|]|\\(?\\w{1,3}[.)]\\s|[A-Z][\\w-]{1,20}: ).*");

  private MailLines() {}

  private record Line(int depth, String text) {}

  static void write(String text, Writing out) {
    var lines = text.lines().map(MailLines::line).toList();
    int width = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    var paragraph = new StringBuilder();
    var last = new Line(0, "");
    for (var line : lines) {
      if (!goesOn(last, line, width)) {
        end(paragraph, last.depth(), out);
      } else if (spaced(paragraph, line.text())) {
        paragraph.append(' ');
      }
      paragraph.append(line.text().strip());
      last = line;
    }
    end(paragraph, last.depth(), out);
  }

  private static Line line(String line) {
    var quote = QUOTE.matcher(line);
    if (!quote.matches()) {
      return new Line(0, line);
    }
    return new Line((int) quote.group(1).chars().filter(c -> c == '>').count(), quote.group(2));
  }

  private static boolean goesOn(Line last, Line line, int width) {
    var text = line.text().strip();
    if (last.text().isBlank()
        || text.isEmpty()
        || last.depth() != line.depth()
        || ITEM.matcher(text).matches()) {
      return false;
    }
    // Flowed lines (RFC 3676) say so by a space at their end.
    boolean flowed = last.text().endsWith(" ") && !last.text().equals("-- ");
    return flowed
        || (width >= NARROWEST && width <= WIDEST && last.text().length() >= SHORT * width);
  }

  private static boolean spaced(StringBuilder before, String after) {
    return !(ideograph(before.codePointBefore(before.length()))
        && ideograph(after.strip().codePointAt(0)));
  }

  private static boolean ideograph(int c) {
    return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x30ff) || (c >= 0xff00);
  }

  private static void end(StringBuilder paragraph, int depth, Writing out) {
    if (!paragraph.isEmpty()) {
      out.paragraph("> ".repeat(depth) + paragraph);
    }
    paragraph.setLength(0);
  }
}
