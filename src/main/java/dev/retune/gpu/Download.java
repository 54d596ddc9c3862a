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

  /// @param progress advances by one for each byte
  /// @return the whole file, whose SHA-256 is the one stated
  /// @throws dev.retune.text.ProblemException if it cannot be had or is another one; what is here
  ///   of it stays for the next try, unless its hash is wrong
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  Path fetch(WheelFile file, Progress progress) {
    if (file.address().getScheme().equals("file")) {
      progress.advance(file.size());
      return Path.of(file.address());
    }
    var part = folder.resolve(file.name() + ".part");
    var whole = folder.resolve(file.name());
    try {
      Files.createDirectories(folder);
      if (Files.exists(whole)) {
        progress.advance(file.size());
      } else {
        progress.advance(Files.exists(part) ? Files.size(part) : 0);
        complete(file, part, progress);
        check(file, part);
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      }
      return whole;
    } catch (IOException e) {
      throw Problem.of(Download.class, "download", file.name(), Reason.of(e)).exception(e);
    }
  }

  private static void complete(WheelFile file, Path part, Progress progress) throws IOException {
    for (var left = TRIES; ; left--) {
      var before = Files.exists(part) ? Files.size(part) : 0;
      if (before >= file.size()) {
        return;
      }
      try {
        more(file, part, before, progress);
      } catch (StatusException e) {
        throw e;
      } catch (IOException e) {
        // A try that brought something does not count as failed.
        var brought = Files.exists(part) && Files.size(part) > before;
        if (brought) {
          left = TRIES;
        } else if (left == 1) {
          throw e;
        }
      }
    }
  }

  private static void more(WheelFile file, Path part, long from, Progress progress)
      throws IOException {
    var connection = Http.open(file.address());
    if (from > 0) {
      connection.setRequestProperty("Range", "bytes=" + from + "-");
    }
    var status = connection.getResponseCode();
    var goesOn = status == HttpURLConnection.HTTP_PARTIAL;
    if (!goesOn && status != HttpURLConnection.HTTP_OK) {
      throw new StatusException(status);
    }
    if (!goesOn && from > 0) {
      // A server that knows no ranges sends it all again.
      Files.delete(part);
      progress.advance(-from);
    }
    try (var in = connection.getInputStream()) {
      append(in, part, file.size(), progress);
    }
  }

  private static void append(InputStream in, Path part, long most, Progress progress)
      throws IOException {
    try (var out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var buffer = new byte[1 << 16];
      var size = Files.size(part);
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        progress.checkCancelled();
        size += n;
        if (size > most) {
          throw new IOException("more than the " + most + " bytes announced");
        }
        out.write(buffer, 0, n);
        progress.advance(n);
      }
    }
  }

  private static void check(WheelFile file, Path part) throws IOException {
    var stated = file.sha256();
    if (stated != null && !stated.equalsIgnoreCase(Sha256.of(part))) {
      Files.delete(part);
      throw Problem.of(Download.class, "download.hash", file.name()).exception();
    }
  }

  /// An answer that trying again will not change.
  private static final class StatusException extends IOException {
    private static final long serialVersionUID = 1;

    private StatusException(int status) {
      super("HTTP " + status);
    }
  }
}
