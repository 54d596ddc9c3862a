package dev.retune.workflow;

import dev.retune.file.Home;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings on disk. An unreadable file is put aside, never silently overwritten.
public final class SettingsFile {
  private final Path file;
  private Settings settings;
  private final Optional<Problem> problem;

  private SettingsFile(Path file, Settings settings, Optional<Problem> problem) {
    this.file = file;
    this.settings = settings;
    this.problem = problem;
  }

  /// Reads the settings of `home`; the defaults where there are none.
  public static SettingsFile open(Home home) {
    var file = home.settings();
    if (!Files.exists(file)) {
      return new SettingsFile(file, Settings.DEFAULT, Optional.empty());
    }
    try {
      var settings = Json.read(file, Settings.class);
      if (settings.schemaVersion() > Settings.SCHEMA) {
        throw Problem.of(SettingsFile.class, "settings.newer", file).exception();
      }
      return new SettingsFile(file, settings, Optional.empty());
    } catch (ProblemException e) {
      return new SettingsFile(file, Settings.DEFAULT, Optional.of(putAside(file, e.problem())));
    }
  }

  private static Problem putAside(Path file, Problem why) {
    var aside = file.resolveSibling("settings.unreadable.json");
    try {
      Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return Problem.of(SettingsFile.class, "settings.unreadable", file, aside, why.cause());
    } catch (IOException _) {
      return why;
    }
  }

  private Settings onDisk() {
    if (problem.isPresent() || !Files.exists(file)) {
      return settings;
    }
    try {
      return Json.read(file, Settings.class);
    } catch (ProblemException _) {
      return settings;
    }
  }

  public synchronized Settings get() {
    return settings;
  }

  /// Why the defaults are in force although there is a file.
  public Optional<Problem> problem() {
    return problem;
  }

  /// Changes and saves the settings, as another window or command may have left them meanwhile.
  ///
  /// @throws ProblemException if they cannot be saved; they hold for this session all the same
  public synchronized void update(UnaryOperator<Settings> change) {
    settings = change.apply(onDisk());
    Json.write(file, settings);
  }
}
