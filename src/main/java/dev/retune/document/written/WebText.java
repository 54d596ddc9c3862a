package dev.retune.document.written;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/// Writes the content of an element of a web page: headings, paragraphs, lists, quotations and
/// tables.
final class WebText {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "svg",
          "math",
          "head",
          "iframe",
          "object",
          "canvas",
          "audio",
          "video",
          "button",
          "select",
          "input",
          "textarea",
          "title");

  private final Writing out;
  private final int above;
  private final StringBuilder line = new StringBuilder();
  private String mark = "";
  private int quoted;
  private boolean kept;

  /// @param above level of the heading that all of it stands under, 0 for none
  WebText(Writing out, int above) {
    this.out = out;
    this.above = above;
  }

  /// Writes an element's content; what is not yet a whole paragraph waits for [#end].
  void add(Element parent) {
    for (var node : parent.childNodes()) {
      switch (node) {
        case TextNode text ->
            line.append(kept ? text.getWholeText() : text.getWholeText().replaceAll("\\s+", " "));
        case Element element when !leftOut(element) -> add(element.normalName(), element);
        default -> {}
      }
    }
  }

  private static boolean leftOut(Element element) {
    return LEFT_OUT.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || element.attr("role").equals("navigation")
        || element.attr("style").replace(" ", "").contains("display:none");
  }

  private void add(String name, Element element) {
    switch (name) {
      case "br" -> line.append('\n');
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        end();
        out.heading(above + name.charAt(1) - '0', WebPage.plain(unheaded(element)));
      }
      case "table" -> {
        end();
        table(element);
      }
      case "li" -> {
        end();
        mark = item(element);
        add(element);
        end();
        mark = "";
      }
      case "blockquote" -> {
        end();
        quoted++;
        add(element);
        end();
        quoted--;
      }
      case "pre" -> {
        end();
        kept = true;
        add(element);
        end();
        kept = false;
      }
      default -> {
        if (element.isBlock()) {
          end();
          add(element);
          end();
        } else {
          add(element);
        }
      }
    }
  }

  /// Ends a paragraph.
  void end() {
    var text = line.toString();
    line.setLength(0);
    if (!text.isBlank()) {
      var prefix = "> ".repeat(quoted);
      for (var part : text.strip().split("\n")) {
        if (!part.isBlank()) {
          out.paragraph(prefix + mark + part.strip());
          mark = "";
        }
      }
    }
  }

  /// A heading without its level, so that its text can be taken.
  private static Element unheaded(Element heading) {
    return heading.clone().tagName("span");
  }

  private static String item(Element item) {
    var list = item.parent();
    if (list == null || !list.normalName().equals("ol")) {
      return "- ";
    }
    int first = list.attr("start").matches("\\d{1,6}") ? Integer.parseInt(list.attr("start")) : 1;
    return first + list.children().indexOf(item) + ". ";
  }

  private void table(Element table) {
    var rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
    if (frame(table, rows)) {
      add(table);
      end();
      return;
    }
    table.select("> caption").forEach(caption -> out.paragraph(WebPage.plain(caption)));
    var grid = new Grid();
    grid.header(table.select("> thead > tr").size());
    for (var row : rows) {
      grid.row();
      for (var cell : cells(row)) {
        grid.cell(WebPage.plain(cell), span(cell, "colspan"), span(cell, "rowspan"));
      }
    }
    grid.writeTo(out);
  }

  /// Whether a table only lays the page out.
  private static boolean frame(Element table, Elements rows) {
    return table.attr("role").matches("presentation|none")
        || table.selectFirst("table table") != null
        || rows.stream().allMatch(row -> cells(row).size() < 2);
  }

  private static List<Element> cells(Element row) {
    return row.select("> td, > th");
  }

  private static int span(Element cell, String name) {
    var told = cell.attr(name).strip();
    return told.matches("\\d{1,6}") ? Integer.parseInt(told) : 1;
  }
}
