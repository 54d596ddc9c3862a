package dev.retune.gpu;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.stream.IntStream;

/// Requests that give up when nothing comes for half a minute.
final class Http {
  /// How often something is asked for at most.
  static final int TRIES = 5;

  private static final int PATIENCE_MILLIS = 30_000;
  private static final long PAUSE_MILLIS = 500;
  private static final int TOO_MANY = 429;

  private Http() {}

  static HttpURLConnection open(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return connection;
  }

  /// @param statuses that are well
  /// @return which of them was answered
  /// @throws BusyException naming the status if asking again may help
  /// @throws RefusedException naming the status if it will not
  static int expect(HttpURLConnection connection, int... statuses) throws IOException {
    var answered = connection.getResponseCode();
    if (IntStream.of(statuses).anyMatch(status -> status == answered)) {
      return answered;
    }
    throw answered >= HttpURLConnection.HTTP_INTERNAL_ERROR || answered == TOO_MANY
        ? new BusyException(answered)
        : new RefusedException(answered);
  }

  /// Something asked of a server.
  @FunctionalInterface
  interface Request<T> {
    T answer() throws IOException;
  }

  /// The answer to a request that is made again while the server is busy.
  static <T> T patiently(Request<T> request) throws IOException {
    for (var failed = 0; ; failed++) {
      try {
        return request.answer();
      } catch (BusyException e) {
        if (failed == TRIES - 1) {
          throw e;
        }
        pause(failed);
      }
    }
  }

  /// A server that is busy or restarted gets time: .5 s, then twice as long each time.
  static void pause(int failed) throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS << failed);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /// An answer that may be another one a little later.
  static final class BusyException extends IOException {
    private static final long serialVersionUID = 1;

    private BusyException(int status) {
      super("HTTP " + status);
    }
  }

  /// An answer that trying again will not change.
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private RefusedException(int status) {
      super("HTTP " + status);
    }
  }
}
