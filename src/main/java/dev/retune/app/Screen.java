package dev.retune.app;

import dev.retune.cli.WindowPort;
import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The screen of this machine, if it has one.
final class Screen implements WindowPort {
  private final Map<String, String> environment;
  private final Composition composition;

  Screen(Map<String, String> environment, Composition composition) {
    this.environment = environment;
    this.composition = composition;
  }

  @Override
  public boolean available() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var hasDisplay = !environment.getOrDefault("DISPLAY", "").isBlank();
    return !os.contains("linux") || hasDisplay || System.getProperty("glass.platform") != null;
  }

  @Override
  public void show(@Nullable Path project) {
    try {
      WindowApp.show(composition, project);
    } catch (UnsupportedOperationException e) {
      var display = environment.getOrDefault("DISPLAY", "");
      throw Problem.of(Screen.class, "unreachable", display).exception(e);
    }
  }
}
