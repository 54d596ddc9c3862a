package dev.retune.document.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/// The text of a paragraph of a Word file as it is shown.
final class WordRuns {
  private final StringBuilder text = new StringBuilder();
  private final List<String> notes = new ArrayList<>();
  private final List<Element> boxes = new ArrayList<>();
  private final int notesBefore;

  /// @param notesBefore so many notes stand above it
  WordRuns(int notesBefore) {
    this.notesBefore = notesBefore;
  }

  String text() {
    return text.toString();
  }

  /// Kind and id of the notes that it names, in order.
  List<String> notes() {
    return notes;
  }

  /// Text boxes that are anchored in it.
  List<Element> boxes() {
    return boxes;
  }

  void add(Element parent) {
    for (var child : Xml.children(parent)) {
      switch (Xml.name(child)) {
        case "t" -> text.append(child.getTextContent());
        case "tab", "ptab" -> text.append('\t');
        case "cr" -> text.append('\n');
        case "br" -> text.append(Xml.attribute(child, "type").isEmpty() ? '\n' : ' ');
        case "noBreakHyphen" -> text.append('-');
        case "footnoteReference", "endnoteReference" -> addNote(child);
        case "AlternateContent" -> choice(child).ifPresent(this::add);
        case "txbxContent" -> boxes.add(child);
        case "r" -> {
          if (!hidden(child)) {
            add(child);
          }
        }
        // Deleted or moved away, read aloud (ruby), properties and instructions of fields.
        case "del", "moveFrom", "delText", "instrText", "rt", "pPr", "rPr", "sdtPr" -> {}
        default -> add(child);
      }
    }
  }

  private void addNote(Element reference) {
    notes.add(Xml.name(reference).replace("Reference", "") + Xml.attribute(reference, "id"));
    text.append('[').append(notesBefore + notes.size()).append(']');
  }

  private static boolean hidden(Element run) {
    return Xml.at(run, "rPr", "vanish")
        .map(vanish -> !Xml.attribute(vanish, "val").matches("0|false|off"))
        .orElse(false);
  }

  /// What newer programs show; the rest is the same for older ones.
  static Optional<Element> choice(Element alternatives) {
    return Xml.at(alternatives, "Choice").or(() -> Xml.at(alternatives, "Fallback"));
  }
}
