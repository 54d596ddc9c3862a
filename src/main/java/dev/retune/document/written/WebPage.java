package dev.retune.document.written;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads a web page (HTML): its main part where it names one. Nothing is fetched and no script run.
public final class WebPage {
  /// Where a page says in which encoding it is.
  private static final int HEAD = 4096;

  private WebPage() {}

  /// @throws UnreadableException if it is no text
  public static WrittenText read(Path file) throws IOException {
    var out = new Writing();
    write(parse(Files.readAllBytes(file)), out, 0);
    return new WrittenText(out.pages());
  }

  /// @param above level of the heading that the page stands under, 0 for none
  static void write(Document page, Writing out, int above) {
    var main = page.selectFirst("main, [role=main]");
    var content = main == null || !main.hasText() ? page.body() : main;
    int below = above;
    if (content.selectFirst("h1") == null && !page.title().isBlank() && above == 0) {
      out.heading(1, page.title());
      below = 1;
    }
    var body = new WebText(out, below);
    body.add(content);
    body.end();
  }

  private static Document parse(byte[] bytes) throws IOException {
    var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    boolean told =
        head.toLowerCase(Locale.ROOT).contains("charset")
            || head.startsWith("\u00fe\u00ff")
            || head.startsWith("\u00ff\u00fe");
    if (told) {
      try (var in = new java.io.ByteArrayInputStream(bytes)) {
        return Jsoup.parse(in, null, "");
      }
    }
    return Jsoup.parse(
        TextBytes.decode(bytes).orElseThrow(() -> new UnreadableException("notText")));
  }

  /// The text of an element that stands in a list, a cell or a quotation, in one line.
  static String plain(Element element) {
    var out = new Writing();
    var text = new WebText(out, 0);
    text.add(element);
    text.end();
    return out.plain();
  }
}
