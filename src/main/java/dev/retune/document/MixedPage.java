package dev.retune.document;

import dev.retune.document.ocr.OcrLine;
import dev.retune.document.ocr.OcrWord;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page whose own text stands outside a picture that covers much of it, such as a scan with a
/// printed head: its own lines, and between them those that were recognised in the picture.
final class MixedPage {
  /// Below this mean confidence a line is not text but a pattern in a photograph.
  private static final double TRUSTED = 60;

  /// Fewer letters and digits are a label in a photograph.
  private static final int FEW_LETTERS = 16;

  private static final float POINTS = 72;

  /// How far a line may reach into the picture's edge, in points.
  private static final float EDGE = 2;

  private MixedPage() {}

  /// The picture of a page, if its own text stands wholly outside it.
  static @Nullable Box beside(List<SourceLine> own, @Nullable Box picture) {
    if (picture == null || own.isEmpty()) {
      return null;
    }
    for (var line : own) {
      var layout = line.layout();
      if (layout != null && overlap(layout.box(), picture)) {
        return null;
      }
    }
    return picture;
  }

  private static boolean overlap(Box line, Box picture) {
    return line.right() > picture.x() + EDGE
        && line.x() < picture.right() - EDGE
        && line.bottom() > picture.y() + EDGE
        && line.y() < picture.bottom() - EDGE;
  }

  /// Makes everything but one part of a page white.
  static void only(BufferedImage page, Box part, int dpi) {
    float scale = dpi / POINTS;
    int left = Math.round(part.x() * scale);
    int top = Math.round(part.y() * scale);
    int right = Math.round(part.right() * scale);
    int bottom = Math.round(part.bottom() * scale);
    var graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, page.getWidth(), top);
    graphics.fillRect(0, bottom, page.getWidth(), page.getHeight() - bottom);
    graphics.fillRect(0, top, left, bottom - top);
    graphics.fillRect(right, top, page.getWidth() - right, bottom - top);
    graphics.dispose();
  }

  /// @param page with its own text
  /// @param picture what stands in it
  /// @param lines recognised in it, places in pixels of the whole page
  /// @return the page itself if what was recognised is no text
  static SourcePage of(SourcePage page, Box picture, List<OcrLine> lines, int dpi) {
    var trusted = lines.stream().filter(MixedPage::trusted).toList();
    if (trusted.stream().mapToLong(MixedPage::letters).sum() < FEW_LETTERS) {
      return page;
    }
    return joined(page, picture, RecognisedPage.text(page, trusted, dpi));
  }

  private static boolean trusted(OcrLine line) {
    double sum = 0;
    double all = 0;
    for (var word : line.words()) {
      sum += word.confidence() * word.text().length();
      all += word.text().length();
    }
    return letters(line) > 1 && sum >= TRUSTED * all;
  }

  private static long letters(OcrLine line) {
    return line.words().stream()
        .map(OcrWord::text)
        .mapToLong(word -> word.codePoints().filter(Character::isLetterOrDigit).count())
        .sum();
  }

  /// What was recognised comes before the first own line that stands below the picture's middle.
  private static SourcePage joined(SourcePage own, Box picture, SourcePage recognised) {
    float middle = picture.y() + picture.height() / 2;
    int before = 0;
    while (before < own.lines().size() && !below(own.lines().get(before), middle)) {
      before++;
    }
    int cut = before < own.lines().size() ? own.lines().get(before).start() : own.text().length();
    var text = new StringBuilder(own.text().substring(0, cut));
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    var lines = new ArrayList<>(own.lines().subList(0, before));
    int start = text.length();
    recognised.lines().forEach(line -> lines.add(line.moved(start)));
    text.append(recognised.text());
    int rest = text.length() - cut;
    own.lines().subList(before, own.lines().size()).forEach(line -> lines.add(line.moved(rest)));
    text.append(own.text().substring(cut));
    return new SourcePage(
        own.number(),
        text.toString(),
        lines,
        own.width(),
        own.height(),
        SourcePage.Content.MIXED,
        own.rulings(),
        null);
  }

  private static boolean below(SourceLine line, float middle) {
    var layout = line.layout();
    return layout != null && layout.top() >= middle;
  }
}
