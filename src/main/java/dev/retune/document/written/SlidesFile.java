package dev.retune.document.written;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Reads a PowerPoint file (PPTX): each slide a page, its title a heading, the speaker's notes
/// below it. Dates, footers and slide numbers are left out.
public final class SlidesFile {
  private final Writing out = new Writing();

  private SlidesFile() {}

  /// @param password empty for none
  /// @throws UnreadableException if it cannot be read
  public static WrittenText read(Path file, String password) {
    return OfficeFile.read(file, password, parts -> new SlidesFile().read(parts));
  }

  private WrittenText read(OPCPackage parts) throws IOException, OpenXML4JException, SAXException {
    var main = OfficeFile.main(parts);
    var order = Xml.at(OfficeFile.xml(main), "sldIdLst").map(Xml::children).orElse(List.of());
    for (var entry : order) {
      var relation = main.getRelationship(Xml.relation(entry));
      var part = main.getRelatedPart(relation);
      shapes(OfficeFile.xml(part), true);
      shapes(OfficeFile.xml(part), false);
      var notes = OfficeFile.related(part, "notesSlide");
      if (notes.isPresent()) {
        notes(notes.get());
      }
      out.endPage();
    }
    return new WrittenText(out.pages());
  }

  /// Writes the titles of a slide, or the rest.
  private void shapes(Element slide, boolean titles) {
    Xml.at(slide, "cSld", "spTree").ifPresent(tree -> shape(tree, titles));
  }

  private void shape(Element parent, boolean titles) {
    for (var child : Xml.children(parent)) {
      switch (Xml.name(child)) {
        case "sp", "cxnSp" -> text(child, titles);
        case "grpSp" -> shape(child, titles);
        case "graphicFrame" -> {
          if (!titles) {
            Xml.all(child, "tbl").forEach(this::table);
          }
        }
        case "AlternateContent" ->
            WordRuns.choice(child).ifPresent(choice -> shape(choice, titles));
        default -> {}
      }
    }
  }

  private void text(Element shape, boolean titles) {
    var role = role(shape).orElse("");
    boolean title = role.equals("title") || role.equals("ctrTitle");
    if (title != titles || role.matches("dt|ftr|sldNum|hdr")) {
      return;
    }
    var body = Xml.at(shape, "txBody");
    if (body.isEmpty()) {
      return;
    }
    if (title) {
      out.heading(1, plain(body.get()));
    } else {
      Xml.children(body.get(), "p").forEach(this::paragraph);
    }
  }

  /// What a placeholder is for; its type need not be told where it is the usual one.
  private static Optional<String> role(Element shape) {
    return Xml.at(shape, "nvSpPr", "nvPr", "ph").map(place -> Xml.attribute(place, "type"));
  }

  private void paragraph(Element paragraph) {
    var properties = Xml.at(paragraph, "pPr");
    boolean item =
        properties
            .map(found ->
                Xml.number(found, "lvl", 0) > 0
                    || Xml.at(found, "buChar").isPresent()
                    || Xml.at(found, "buAutoNum").isPresent())
            .orElse(false);
    var text = runs(paragraph);
    if (!text.isBlank()) {
      out.paragraph(item ? "- " + text : text);
    }
  }

  private void notes(Element notes) {
    for (var shape : Xml.all(notes, "sp")) {
      if (role(shape).orElse("").equals("body")) {
        Xml.at(shape, "txBody").ifPresent(body -> Xml.children(body, "p").forEach(this::paragraph));
      }
    }
  }

  private void table(Element table) {
    var grid = new Grid();
    for (var row : Xml.children(table, "tr")) {
      grid.row();
      for (var cell : Xml.children(row, "tc")) {
        if (Xml.attribute(cell, "vMerge").matches("1|true")) {
          grid.again(1);
        } else {
          // The cells that it covers follow, empty.
          grid.cell(Xml.at(cell, "txBody").map(SlidesFile::plain).orElse(""), 1, 1);
        }
      }
    }
    grid.writeTo(out);
  }

  private static String plain(Element body) {
    return Xml.children(body, "p").stream()
        .map(SlidesFile::runs)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "))
        .replace('\n', ' ');
  }

  private static String runs(Element paragraph) {
    var text = new StringBuilder();
    for (var child : Xml.children(paragraph)) {
      switch (Xml.name(child)) {
        case "r", "fld" -> Xml.at(child, "t").ifPresent(run -> text.append(run.getTextContent()));
        case "br" -> text.append('\n');
        default -> {}
      }
    }
    return text.toString();
  }
}
