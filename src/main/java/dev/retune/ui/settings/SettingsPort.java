package dev.retune.ui.settings;

import dev.retune.workflow.Settings;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// Reading and changing the settings.
public interface SettingsPort {

  Settings get();

  /// Changes and saves them.
  ///
  /// @throws dev.retune.text.ProblemException if they cannot be saved
  void update(UnaryOperator<Settings> change);

  /// Whether the environment variable `name` holds something.
  boolean hasVariable(String name);

  /// Holds a key for this session only; an empty one forgets it.
  void useKey(String key);

  /// Whether a key was typed in this session.
  boolean hasSessionKey();

  /// Where models, settings and logs live.
  Path home();
}
