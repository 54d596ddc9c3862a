package dev.retune.document.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/// Writes what stands in the body of a Word file, in a cell, a text box or a note.
final class WordBody {
  private final WordStyles styles;
  private final ListNumbers numbers;
  private final Map<String, Element> notes;
  private Writing out = new Writing();
  private int noteCount;

  /// @param notes footnotes and endnotes by kind and id, such as `footnote2`
  WordBody(WordStyles styles, ListNumbers numbers, Map<String, Element> notes) {
    this.styles = styles;
    this.numbers = numbers;
    this.notes = notes;
  }

  List<WrittenPage> pages() {
    return out.pages();
  }

  /// Writes paragraphs and tables, wherever they are wrapped in.
  void blocks(Element parent) {
    for (var child : Xml.children(parent)) {
      switch (Xml.name(child)) {
        case "p" -> paragraph(child);
        case "tbl" -> table(child);
        case "sdt" -> {
          if (!contents(child)) {
            Xml.at(child, "sdtContent").ifPresent(this::blocks);
          }
        }
        case "AlternateContent" -> WordRuns.choice(child).ifPresent(this::blocks);
        case "ins", "moveTo", "customXml", "smartTag" -> blocks(child);
        default -> {}
      }
    }
  }

  /// Whether it is the table of contents, which only repeats headings.
  private static boolean contents(Element control) {
    return Xml.at(control, "sdtPr", "docPartObj", "docPartGallery")
        .map(gallery -> Xml.attribute(gallery, "val").equals("Table of Contents"))
        .orElse(false);
  }

  private void paragraph(Element paragraph) {
    var label = styles.numbering(paragraph).map(numbers::next).orElse("");
    var runs = new WordRuns(noteCount);
    runs.add(paragraph);
    var text = runs.text().strip();
    if (styles.name(WordStyles.style(paragraph)).startsWith("toc ")) {
      return;
    }
    if (!text.isEmpty()) {
      int level = styles.level(paragraph);
      var whole = label.isEmpty() ? text : label + " " + text;
      if (level > 0) {
        out.heading(level, whole);
      } else {
        out.paragraph(whole);
      }
    }
    runs.boxes().forEach(this::blocks);
    notes(runs);
  }

  /// Notes stand below the paragraph that names them.
  private void notes(WordRuns runs) {
    for (var id : runs.notes()) {
      noteCount++;
      var note = notes.get(id);
      if (note != null) {
        out.paragraph("[" + noteCount + "] " + plain(note));
      }
    }
  }

  /// What an element holds, in one line.
  private String plain(Element element) {
    var before = out;
    out = new Writing();
    blocks(element);
    var text = out.plain();
    out = before;
    return text;
  }

  private void table(Element table) {
    var rows = unwrapped(table, "tr");
    if (rows.stream().allMatch(row -> unwrapped(row, "tc").size() < 2)) {
      // A frame around text.
      rows.forEach(row -> unwrapped(row, "tc").forEach(this::blocks));
      return;
    }
    var grid = new Grid();
    grid.header(
        (int) rows.stream().takeWhile(row -> Xml.at(row, "trPr", "tblHeader").isPresent()).count());
    for (var row : rows) {
      grid.row();
      for (var cell : unwrapped(row, "tc")) {
        int columns =
            Xml.at(cell, "tcPr", "gridSpan").map(span -> Xml.number(span, "val", 1)).orElse(1);
        var merge = Xml.at(cell, "tcPr", "vMerge");
        if (merge.isPresent() && !Xml.attribute(merge.get(), "val").equals("restart")) {
          grid.again(columns);
        } else {
          grid.cell(plain(cell), columns, 1);
        }
      }
    }
    grid.writeTo(out);
  }

  /// Rows or cells, which content controls and tracked insertions may wrap.
  private static List<Element> unwrapped(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var child : Xml.children(parent)) {
      switch (Xml.name(child)) {
        case String own when own.equals(name) -> found.add(child);
        case "sdt", "sdtContent", "ins", "customXml" -> found.addAll(unwrapped(child, name));
        default -> {}
      }
    }
    return found;
  }
}
