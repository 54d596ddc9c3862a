package dev.retune.document.written;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Reads a Word file (DOCX) as it prints: without what was deleted or hidden, with its numbers.
/// Headers, footers, comments and the table of contents are left out.
public final class WordFile {
  private WordFile() {}

  /// @param password empty for none
  /// @throws UnreadableException if it cannot be read
  public static WrittenText read(Path file, String password) {
    return OfficeFile.read(file, password, WordFile::read);
  }

  private static WrittenText read(OPCPackage parts)
      throws IOException, OpenXML4JException, SAXException {
    var main = OfficeFile.main(parts);
    var notes = new HashMap<String, Element>();
    OfficeFile.related(main, "footnotes").ifPresent(root -> addNotes(root, "footnote", notes));
    OfficeFile.related(main, "endnotes").ifPresent(root -> addNotes(root, "endnote", notes));
    var body =
        new WordBody(
            new WordStyles(OfficeFile.related(main, "styles")),
            new ListNumbers(OfficeFile.related(main, "numbering")),
            Map.copyOf(notes));
    Xml.at(OfficeFile.xml(main), "body").ifPresent(body::blocks);
    return new WrittenText(body.pages());
  }

  private static void addNotes(Element root, String name, Map<String, Element> notes) {
    Xml.children(root, name).forEach(note -> notes.put(name + Xml.attribute(note, "id"), note));
  }
}
