package dev.retune.document.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A file of Word, PowerPoint or Excel: a zip of parts that refer to each other.
public final class OfficeFile {
  private static final String CONTENTS = "[Content_Types].xml";

  /// What the main part is, in files with and without macros, and in templates.
  private static final Pattern MAIN =
      Pattern.compile(
          "(?:(wordprocessingml|ms-word)|(presentationml|ms-powerpoint)"
              + "|(spreadsheetml|ms-excel))\\.[\\w.]+\\.main\\+xml");

  private OfficeFile() {}

  /// What it is.
  public enum Kind {
    WORD,
    SLIDES,
    SHEETS
  }

  /// What a zip is; empty if it is no Office file.
  ///
  /// @throws UnreadableException if it breaks off
  public static Optional<Kind> kind(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var contents = zip.getEntry(CONTENTS);
      if (contents == null) {
        return Optional.empty();
      }
      try (var in = zip.getInputStream(contents)) {
        var main = MAIN.matcher(new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8));
        return main.find() ? Optional.of(kind(main)) : Optional.empty();
      }
    } catch (ZipException e) {
      throw new UnreadableException(e, "truncated");
    }
  }

  private static Kind kind(MatchResult main) {
    if (main.group(1) != null) {
      return Kind.WORD;
    }
    return main.group(2) != null ? Kind.SLIDES : Kind.SHEETS;
  }

  /// Takes text out of an open file.
  interface Reading {
    WrittenText of(OPCPackage parts) throws IOException, OpenXML4JException, SAXException;
  }

  /// @param password empty for none
  /// @throws UnreadableException if it is damaged, locked, or too large when unpacked
  static WrittenText read(Path file, String password, Reading reading) {
    try {
      if (LockedOffice.is(file)) {
        var unlocked = LockedOffice.open(file, password);
        OfficeSize.check(new ByteArrayInputStream(unlocked), unlocked.length);
        try (var parts = OPCPackage.open(new ByteArrayInputStream(unlocked))) {
          return reading.of(parts);
        }
      }
      try (var in = Files.newInputStream(file)) {
        OfficeSize.check(in, Files.size(file));
      }
      try (var parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
        return reading.of(parts);
      }
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
      throw new UnreadableException(e, "officeDamaged");
    }
  }

  static PackagePart main(OPCPackage parts) throws OpenXML4JException {
    var main = parts.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
    if (main.isEmpty()) {
      main = parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
    }
    if (main.isEmpty()) {
      throw new UnreadableException("officeDamaged");
    }
    return parts.getPart(main.getRelationship(0));
  }

  static Element xml(PackagePart part) throws IOException, SAXException {
    try (var in = part.getInputStream()) {
      return Parsers.root(in);
    }
  }

  /// The part that another refers to as its `type`, such as `styles`.
  static Optional<Element> related(PackagePart part, String type)
      throws IOException, OpenXML4JException, SAXException {
    for (PackageRelationship relation : part.getRelationships()) {
      if (relation.getRelationshipType().endsWith("/" + type)) {
        return Optional.of(xml(part.getRelatedPart(relation)));
      }
    }
    return Optional.empty();
  }
}
