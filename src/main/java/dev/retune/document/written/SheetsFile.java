package dev.retune.document.written;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.SAXException;

/// Reads an Excel file (XLSX): each sheet a page with its name as heading, its cells as they are
/// shown, formulas by the values that were stored with them.
public final class SheetsFile {
  private SheetsFile() {}

  /// @param password empty for none
  /// @throws UnreadableException if it cannot be read
  public static WrittenText read(Path file, String password) {
    return OfficeFile.read(file, password, SheetsFile::read);
  }

  private static WrittenText read(OPCPackage parts)
      throws IOException, OpenXML4JException, SAXException {
    if (!parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT).isEmpty()) {
      throw new UnreadableException("strictSheets");
    }
    var reader = new XSSFReader(parts);
    var strings = strings(reader);
    var styles = reader.getStylesTable();
    var out = new Writing();
    var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (sheets.hasNext()) {
      try (var sheet = sheets.next()) {
        out.heading(1, sheets.getSheetName());
        var rows = new SheetRows(out);
        Parsers.parse(sheet, new XSSFSheetXMLHandler(styles, strings, rows, formatter(), false));
        rows.end();
        out.endSheet();
      }
    }
    return new WrittenText(out.pages());
  }

  /// POI's own way of filling the table stops where texts have many signs such as `&`.
  private static ReadOnlySharedStringsTable strings(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException {
    var strings = new ReadOnlySharedStringsTable(InputStream.nullInputStream(), false);
    try (var in = reader.getSharedStringsData()) {
      if (in != null) {
        Parsers.parse(in, strings);
      }
    }
    return strings;
  }

  /// Dates that Excel shows in each reader's own order are written so that nobody mistakes them.
  private static DataFormatter formatter() {
    var formatter = new DataFormatter(Locale.ENGLISH);
    formatter.addFormat("m/d/yy", new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT));
    return formatter;
  }
}
