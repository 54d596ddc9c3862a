package dev.retune.document.written;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// The paragraph styles of a Word file.
final class WordStyles {
  /// Styles may stand on each other in circles.
  private static final int DEEPEST = 20;

  private static final int BODY = 9;

  private final Map<String, Element> styles = new HashMap<>();

  WordStyles(Optional<Element> part) {
    part.ifPresent(root ->
        Xml.children(root, "style")
            .forEach(style -> styles.put(Xml.attribute(style, "styleId"), style)));
  }

  /// The style's name in lower case; Word keeps the built-in ones in English.
  String name(String id) {
    var style = styles.get(id);
    return style == null
        ? ""
        : Xml.at(style, "name")
            .map(name -> Xml.attribute(name, "val").toLowerCase(Locale.ROOT))
            .orElse("");
  }

  /// Level of the heading that a paragraph is, from 2, below the document's title; 0 if it is none.
  int level(Element paragraph) {
    var id = style(paragraph);
    if (name(id).equals("title")) {
      return 1;
    }
    var own = Xml.at(paragraph, "pPr", "outlineLvl");
    var outline = own.or(() -> first(id, style -> Xml.at(style, "pPr", "outlineLvl")));
    int level = outline.map(found -> Xml.number(found, "val", BODY)).orElseGet(() -> byName(id));
    return level >= 0 && level < BODY ? level + 2 : 0;
  }

  private int byName(String id) {
    return first(
            id,
            style -> {
              var name = name(Xml.attribute(style, "styleId"));
              return name.matches("heading [1-9]")
                  ? Optional.of(name.charAt(name.length() - 1) - '1')
                  : Optional.empty();
            })
        .orElse(BODY);
  }

  /// The paragraph's place in a list, its own or its style's.
  Optional<Element> numbering(Element paragraph) {
    return Xml.at(paragraph, "pPr", "numPr")
        .or(() -> first(style(paragraph), style -> Xml.at(style, "pPr", "numPr")));
  }

  static String style(Element paragraph) {
    return Xml.at(paragraph, "pPr", "pStyle").map(style -> Xml.attribute(style, "val")).orElse("");
  }

  /// What the style, or the nearest one that it stands on, says.
  private <T> Optional<T> first(String id, Function<Element, Optional<T>> question) {
    @Nullable Element style = styles.get(id);
    for (int i = 0; style != null && i < DEEPEST; i++) {
      var answer = question.apply(style);
      if (answer.isPresent()) {
        return answer;
      }
      style =
          Xml.at(style, "basedOn").map(base -> styles.get(Xml.attribute(base, "val"))).orElse(null);
    }
    return Optional.empty();
  }
}
