package dev.retune.document.written;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// XML parsers that read no entities from anywhere: POI's, which refuse every document type.
///
/// Since 24 the JDK also counts `&amp;` and its like as entities, and refuses a file with some ten
/// thousands of them. There being no others, that limit is lifted.
final class Parsers {
  private static final List<String> LIMITS =
      List.of("jdk.xml.totalEntitySizeLimit", "jdk.xml.maxGeneralEntitySizeLimit");

  private Parsers() {}

  static Element root(InputStream in) throws IOException, SAXException {
    var factory = XMLHelper.getDocumentBuilderFactory();
    LIMITS.forEach(limit -> factory.setAttribute(limit, "0"));
    try {
      var builder = factory.newDocumentBuilder();
      // Throws what cannot be parsed and prints nothing.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(in).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static void parse(InputStream in, DefaultHandler handler) throws IOException, SAXException {
    try {
      var reader = XMLHelper.newXMLReader();
      for (var limit : LIMITS) {
        reader.setProperty(limit, "0");
      }
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.parse(new InputSource(in));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
