package dev.retune.document.ocr;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import dev.retune.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Tesseract's libraries and data in a folder of this user: they travel inside jars, where the
/// operating system cannot load them from.
final class OcrFiles {
  /// Names of what is unpacked; a new release needs a new one.
  private static final String RELEASE = "tesseract-5.5.2";

  private static final String SUFFIX = ".traineddata";

  /// The language whose data travels with the program.
  static final String BUNDLED = "eng";

  /// What tells how a page lies, and what formulas are.
  private static final Set<String> NO_LANGUAGES = Set.of("osd", "equ", "snum");

  /// Where Linux distributions put further languages.
  private static final List<Path> SYSTEM =
      List.of(
          Path.of("/usr/share/tesseract-ocr/5/tessdata"),
          Path.of("/usr/share/tesseract-ocr/4.00/tessdata"),
          Path.of("/usr/share/tessdata"),
          Path.of("/usr/local/share/tessdata"),
          Path.of("/opt/homebrew/share/tessdata"));

  private final Path folder;

  /// @param folder of this user, for what is unpacked and added
  OcrFiles(Path folder) {
    this.folder = folder;
  }

  /// Unpacks what is missing and tells the loader of native libraries where it lies.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  void install() {
    var natives = folder.resolve(RELEASE);
    if (!Platform.isWindows()) {
      for (var library : List.of("leptonica", "tesseract")) {
        unpackLibraries(library, natives);
        NativeLibrary.addSearchPath(library, natives.toString());
      }
    }
    data();
  }

  private static void unpackLibraries(String library, Path natives) {
    var prefix = "org/bytedeco/" + library + "/" + platform() + "/";
    var place = OcrFiles.class.getClassLoader().getResource(prefix);
    if (place == null) {
      return;
    }
    try {
      for (var name : libraries(place, prefix)) {
        unpack(prefix + name, natives.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything but the bindings of another wrapper.
  private static List<String> libraries(URL place, String prefix) throws IOException {
    if (!(place.openConnection() instanceof JarURLConnection connection)) {
      return List.of();
    }
    try (var jar = connection.getJarFile()) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix))
          .map(name -> name.substring(prefix.length()))
          .filter(name -> name.matches("lib(?!jni)[^/]*\\.(so|dylib)[^/]*"))
          .toList();
    }
  }

  private static String platform() {
    var system = Platform.isMac() ? "macosx" : "linux";
    return system + "-" + (Platform.isARM() ? "arm64" : "x86_64");
  }

  private static void unpack(String resource, Path target) {
    try (var in = OcrFiles.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource);
      }
      var bytes = in.readAllBytes();
      if (!Files.exists(target) || Files.size(target) != bytes.length) {
        AtomicFile.write(target, out -> out.write(bytes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    var data = folder.resolve("tessdata");
    var bundled = data.resolve(BUNDLED + SUFFIX);
    if (!Files.exists(bundled)) {
      unpack("tessdata/" + BUNDLED + SUFFIX, bundled);
    }
    return data;
  }

  /// The data of `language`, such as `chi_sim`; asked for before any native call, which would fall
  /// back to another language without a word, or end the program.
  Optional<Path> data(String language) {
    var name = language + SUFFIX;
    var own = data().resolve(name);
    if (Files.isRegularFile(own)) {
      return Optional.of(own);
    }
    return SYSTEM.stream()
        .map(place -> place.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// Names of all languages that there is data of.
  Set<String> installed() {
    var names = new TreeSet<String>();
    for (var place : Stream.concat(Stream.of(data()), SYSTEM.stream()).toList()) {
      try (var files = Files.newDirectoryStream(place, "*" + SUFFIX)) {
        for (var file : files) {
          var name = file.getFileName().toString();
          names.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      } catch (IOException _) {
        // Not all of these folders are on every machine.
      }
    }
    names.removeAll(NO_LANGUAGES);
    return names;
  }

  /// A folder that holds the data of all of `languages`, which the recogniser wants in one place.
  Path together(List<String> languages) {
    var data = data();
    for (var language : languages) {
      var file = data.resolve(language + SUFFIX);
      var found = data(language).orElseThrow(() -> new IllegalArgumentException(language));
      if (!found.equals(file)) {
        AtomicFile.write(file, out -> Files.copy(found, out));
      }
    }
    return data;
  }
}
