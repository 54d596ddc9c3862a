package dev.retune.gpu;

import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Brings a file here over a connection that may break, going on where it broke, now or at the next
/// try.
///
/// @param folder where the file comes to lie
record Download(Path folder) {
  private static final int TRIES = 5;
  private static final long PAUSE_MILLIS = 500;
  private static final int TOO_MANY = 429;

  /// How many bytes of the file are not here yet.
  long missing(WheelFile file) throws IOException {
    return !file.fetched() || Files.exists(whole(file)) ? 0 : file.size() - here(file);
  }

  private Path whole(WheelFile file) {
    return folder.resolve(file.name());
  }

  private Path part(WheelFile file) {
    return folder.resolve(file.name() + ".part");
  }

  /// Bytes of it that came earlier. More than the file has are of another one.
  private long here(WheelFile file) throws IOException {
    var part = part(file);
    if (Files.exists(part) && Files.size(part) > file.size()) {
      Files.delete(part);
    }
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /// @param progress advances by one for each byte that was missing
  /// @return the whole file, whose SHA-256 is the one stated
  /// @throws dev.retune.text.ProblemException if it cannot be had or is another one; what is here
  ///   of it stays for the next try, unless its hash is wrong
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  Path fetch(WheelFile file, Progress progress) {
    if (!file.fetched()) {
      return Path.of(file.address());
    }
    var whole = whole(file);
    try {
      Files.createDirectories(folder);
      if (Files.notExists(whole)) {
        complete(file, progress);
        check(file);
        Files.move(part(file), whole, StandardCopyOption.ATOMIC_MOVE);
      }
      return whole;
    } catch (IOException e) {
      throw Problem.of(Download.class, "download", file.name(), Reason.of(e)).exception(e);
    }
  }

  private void complete(WheelFile file, Progress progress) throws IOException {
    for (var left = TRIES; ; left--) {
      var before = here(file);
      if (before == file.size()) {
        return;
      }
      try {
        more(file, before, progress);
        if (here(file) <= before) {
          throw new IOException("nothing came");
        }
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) {
        // A try that brought something does not count as failed.
        if (here(file) > before) {
          left = TRIES;
        } else if (left == 1) {
          throw e;
        } else {
          pause(TRIES - left, progress);
        }
      }
    }
  }

  /// A server that is busy or restarted gets time: .5 s, then twice as long each time.
  private static void pause(int failed, Progress progress) {
    try {
      Thread.sleep(PAUSE_MILLIS << failed);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    progress.checkCancelled();
  }

  private void more(WheelFile file, long from, Progress progress) throws IOException {
    var connection = Http.open(file.address());
    if (from > 0) {
      connection.setRequestProperty("Range", "bytes=" + from + "-");
    }
    var status = connection.getResponseCode();
    var goesOn = status == HttpURLConnection.HTTP_PARTIAL;
    if (!goesOn && status != HttpURLConnection.HTTP_OK) {
      throw status >= HttpURLConnection.HTTP_INTERNAL_ERROR || status == TOO_MANY
          ? new IOException("HTTP " + status)
          : new RefusedException(status);
    }
    try (var in = connection.getInputStream()) {
      // A server that knows no ranges sends it all again.
      append(in, file, goesOn, progress);
    }
  }

  private void append(InputStream in, WheelFile file, boolean goesOn, Progress progress)
      throws IOException {
    var reported = here(file);
    var size = goesOn ? reported : 0;
    var mode = goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (var out = Files.newOutputStream(part(file), StandardOpenOption.CREATE, mode)) {
      var buffer = new byte[1 << 16];
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        progress.checkCancelled();
        size += n;
        if (size > file.size()) {
          throw new IOException("more than the " + file.size() + " bytes announced");
        }
        out.write(buffer, 0, n);
        if (size > reported) {
          progress.advance(size - reported);
          reported = size;
        }
      }
    }
  }

  private void check(WheelFile file) throws IOException {
    var part = part(file);
    var stated = file.sha256();
    if (stated != null && !stated.equalsIgnoreCase(Sha256.of(part))) {
      Files.delete(part);
      throw Problem.of(Download.class, "download.hash", file.name()).exception();
    }
  }

  /// An answer that trying again will not change.
  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private RefusedException(int status) {
      super("HTTP " + status);
    }
  }
}
