package dev.retune.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where models, settings and logs of this user live.
///
/// @param folder the platform's user data directory, or what `RETUNE_HOME` names
public record Home(Path folder) {
  /// The environment variable that names another folder.
  public static final String VARIABLE = "RETUNE_HOME";

  /// The folder for this user on this platform.
  ///
  /// @param environment the process environment
  /// @param osName the system property `os.name`
  /// @param userHome the system property `user.home`
  public static Home of(Map<String, String> environment, String osName, Path userHome) {
    var override = environment.get(VARIABLE);
    if (override != null && !override.isBlank()) {
      return new Home(Path.of(override).toAbsolutePath().normalize());
    }
    var os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      var roaming = environment.get("APPDATA");
      var base = roaming == null ? userHome.resolve("AppData/Roaming") : Path.of(roaming);
      return new Home(base.resolve("Retune"));
    }
    if (os.contains("mac")) {
      return new Home(userHome.resolve("Library/Application Support/Retune"));
    }
    var data = environment.get("XDG_DATA_HOME");
    var base = data == null || data.isBlank() ? userHome.resolve(".local/share") : Path.of(data);
    return new Home(base.resolve("retune"));
  }

  public Path models() {
    return folder.resolve("models");
  }

  /// The CUDA build of PyTorch, once it is set up.
  public Path gpu() {
    return folder.resolve("gpu");
  }

  /// Text recognition: its libraries, and the data of languages.
  public Path ocr() {
    return folder.resolve("ocr");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  /// Vectors that providers were paid for.
  public Path remoteVectors() {
    return folder.resolve("vectors");
  }

  public Path settings() {
    return folder.resolve("settings.json");
  }
}
