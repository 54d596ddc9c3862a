package dev.retune.gpu;

import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A package index with Python's simple interface (PEP 503), which PyPI and its mirrors have: a
/// page for each project whose links end in the files' SHA-256.
final class SimpleIndex implements WheelSource {
  /// PyPI's own.
  static final String PYPI = "https://pypi.org/simple/";

  private static final Pattern LINK =
      Pattern.compile("href=\"([^\"#]+)#sha256=([0-9a-fA-F]{64})\"");

  private final String base;

  SimpleIndex(String base) {
    this.base = base.endsWith("/") ? base : base + "/";
  }

  @Override
  public WheelFile find(Wheel wheel) {
    var page = URI.create(base).resolve(wheel.project() + "/");
    try {
      var matcher = LINK.matcher(Http.patiently(() -> text(page)));
      while (matcher.find()) {
        var address = page.resolve(matcher.group(1).replace("&amp;", "&"));
        var path = address.getPath();
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (wheel.is(name)) {
          var size = Http.patiently(() -> size(address));
          return new WheelFile(name, address, matcher.group(2), size);
        }
      }
    } catch (IOException e) {
      throw Problem.of(SimpleIndex.class, "index", page, Reason.of(e)).exception(e);
    }
    throw Problem.of(SimpleIndex.class, "wheel.none", wheel.project(), wheel.version(), page)
        .exception();
  }

  private static String text(URI page) throws IOException {
    var connection = Http.open(page);
    connection.setRequestProperty("Accept", "text/html");
    Http.expect(connection, HttpURLConnection.HTTP_OK);
    try (var in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long size(URI file) throws IOException {
    var connection = Http.open(file);
    connection.setRequestMethod("HEAD");
    Http.expect(connection, HttpURLConnection.HTTP_OK);
    var size = connection.getContentLengthLong();
    if (size < 0) {
      throw new IOException("no Content-Length for " + file);
    }
    return size;
  }
}
