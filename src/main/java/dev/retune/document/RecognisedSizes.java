package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Sets pages that were recognised in the size of the text around them: letters in a picture are
/// measured from top to bottom, a little less than the size of their font, so that headings between
/// pages of both kinds could not be compared.
final class RecognisedSizes {
  /// What differs more is set in another size.
  private static final float ALIKE = 1.25f;

  private RecognisedSizes() {}

  static List<SourcePage> alike(List<SourcePage> pages) {
    if (pages.stream().noneMatch(page -> page.content() == SourcePage.Content.RECOGNISED)) {
      return pages;
    }
    var own =
        pages.stream()
            .map(page ->
                page.content() == SourcePage.Content.TEXT
                    ? page
                    : new SourcePage(
                        page.number(), "", List.of(), page.width(), page.height(), page.content()))
            .toList();
    var around = new BodySize(own, Set.of());
    var result = new ArrayList<SourcePage>();
    for (int i = 0; i < pages.size(); i++) {
      var page = pages.get(i);
      float body = around.around(i);
      float size = new BodySize(List.of(page), Set.of()).around(0);
      boolean alike = body > 0 && size > 0 && body < ALIKE * size && size < ALIKE * body;
      result.add(
          page.content() == SourcePage.Content.RECOGNISED && alike
              ? scaled(page, body / size)
              : page);
    }
    return result;
  }

  private static SourcePage scaled(SourcePage page, float factor) {
    return new SourcePage(
        page.number(),
        page.text(),
        page.lines().stream().map(line -> scaled(line, factor)).toList(),
        page.width(),
        page.height(),
        page.content());
  }

  private static SourceLine scaled(SourceLine line, float factor) {
    var layout = line.layout();
    return layout == null
        ? line
        : new SourceLine(
            line.start(),
            line.end(),
            new LineLayout(
                layout.box(),
                layout.size() * factor,
                layout.bold(),
                layout.turn(),
                layout.tabular(),
                layout.words()),
            line.opens());
  }
}
