package dev.retune.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Locators as the store keeps them: `{"pages":[{"page":3,"start":0,"end":9,"boxes":[[x,y,w,h]]}]}`
/// with tenths of points, `{"place":"L1-L3","start":0,"end":9}`, or `{}`.
final class LocatorJson {
  private LocatorJson() {}

  private record Stored(@Nullable List<Range> pages, @Nullable String place, int start, int end) {}

  @SuppressWarnings("ArrayRecordComponent") // only read and written
  private record Range(int page, int start, int end, int[][] boxes) {}

  static String write(Locator locator) {
    return switch (locator) {
      case PdfLocator(var ranges) ->
          "{\"pages\":" + Json.line(ranges.stream().map(LocatorJson::range).toList()) + "}";
      case PlaceLocator(var place, var start, var end) ->
          Json.line(new Stored(null, place, start, end));
      case NoLocator() -> "{}";
    };
  }

  private static Range range(PageRange range) {
    var boxes = new int[range.boxes().size()][];
    for (int i = 0; i < boxes.length; i++) {
      var box = range.boxes().get(i);
      boxes[i] =
          new int[] {tenths(box.x()), tenths(box.y()), tenths(box.width()), tenths(box.height())};
    }
    return new Range(range.page(), range.start(), range.end(), boxes);
  }

  private static int tenths(float points) {
    return Math.round(points * 10);
  }

  static Locator read(String json) {
    try {
      var stored = Json.mapper().readValue(json, Stored.class);
      if (stored.pages() != null) {
        return new PdfLocator(stored.pages().stream().map(LocatorJson::range).toList());
      }
      return stored.place() == null
          ? new NoLocator()
          : new PlaceLocator(stored.place(), stored.start(), stored.end());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a locator", e);
    }
  }

  private static PageRange range(Range range) {
    var boxes = new ArrayList<Box>(range.boxes().length);
    for (var box : range.boxes()) {
      boxes.add(new Box(box[0] / 10f, box[1] / 10f, box[2] / 10f, box[3] / 10f));
    }
    return new PageRange(range.page(), range.start(), range.end(), boxes);
  }
}
