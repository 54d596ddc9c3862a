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
    for (var left = Http.TRIES; ; left--) {
      var before = here(file);
      if (before == file.size()) {
        return;
      }
      try {
        more(file, before, progress);
        if (here(file) <= before) {
          throw new IOException("nothing came");
        }
      } catch (Http.RefusedException e) {
        throw e;
      } catch (IOException e) {
        // A try that brought something does not count as failed.
        if (here(file) > before) {
          left = Http.TRIES;
        } else if (left == 1) {
          throw e;
        } else {
          Http.pause(Http.TRIES - left);
          progress.checkCancelled();
        }
      }
    }
  }

  private void more(WheelFile file, long from, Progress progress) throws IOException {
    var connection = Http.open(file.address());
    if (from > 0) {
      connection.setRequestProperty("Range", "bytes=" + from + "-");
    }
    var status = Http.expect(connection, HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_PARTIAL);
    try (var in = connection.getInputStream()) {
      // A server that knows no ranges sends it all again.
      append(in, file, status == HttpURLConnection.HTTP_PARTIAL ? 0 : from, progress);
    }
  }

  /// @param known bytes at the beginning that are here already
  private void append(InputStream in, WheelFile file, long known, Progress progress)
      throws IOException {
    var size = here(file);
    var skipped = 0L;
    try (var out =
        Files.newOutputStream(part(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var buffer = new byte[1 << 16];
      for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        progress.checkCancelled();
        var old = (int) Math.min(n, known - skipped);
        skipped += old;
        size += n - old;
        if (size > file.size()) {
          throw new IOException("more than the " + file.size() + " bytes announced");
        }
        out.write(buffer, old, n - old);
        progress.advance(n - old);
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
}
