package dev.retune.gpu;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Requests that give up when nothing comes for half a minute.
final class Http {
  private static final int PATIENCE_MILLIS = 30_000;

  private Http() {}

  static HttpURLConnection open(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return connection;
  }

  /// @throws IOException naming the status if it is another one
  static void expect(HttpURLConnection connection, int status) throws IOException {
    var answered = connection.getResponseCode();
    if (answered != status) {
      throw new IOException("HTTP " + answered);
    }
  }
}
