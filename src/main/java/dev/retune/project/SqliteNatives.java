package dev.retune.project;

import dev.retune.file.AtomicFile;
import dev.retune.file.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// Keeps SQLite's native library in one place.
///
/// Left alone, the driver unpacks it into the temporary folder at every start and a killed process
/// leaves its copy there for ever.
public final class SqliteNatives {
  private SqliteNatives() {}

  /// Unpacks the library into `folder`, once for each version of it, and has the driver load it
  /// from there. To be called before the first project is opened; later calls change nothing.
  ///
  /// @throws dev.retune.text.ProblemException if `folder` cannot be written
  public static void install(Path folder) {
    if (System.getProperty("org.sqlite.lib.path") != null) {
      return;
    }
    var name = LibraryLoaderUtil.getNativeLibName();
    var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (var in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        // A platform the driver does not carry: it says so itself when it is asked to load.
        return;
      }
      var library = in.readAllBytes();
      var home = folder.resolve("sqlite-" + Sha256.of(library).substring(0, 16));
      var file = home.resolve(name);
      if (!Files.isRegularFile(file) || Files.size(file) != library.length) {
        AtomicFile.write(file, out -> out.write(library));
      }
      System.setProperty("org.sqlite.lib.path", home.toAbsolutePath().toString());
      System.setProperty("org.sqlite.lib.name", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
