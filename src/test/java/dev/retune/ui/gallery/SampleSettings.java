package dev.retune.ui.gallery;

import dev.retune.ui.settings.SettingsPort;
import dev.retune.workflow.Settings;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// Settings held in memory.
public final class SampleSettings implements SettingsPort {
  private Settings settings = Settings.DEFAULT;
  private String key = "";

  @Override
  public Settings get() {
    return settings;
  }

  @Override
  public void update(UnaryOperator<Settings> change) {
    settings = change.apply(settings);
  }

  @Override
  public boolean hasVariable(String name) {
    return name.equals("SET_ALREADY");
  }

  @Override
  public void useKey(String newKey) {
    key = newKey;
  }

  @Override
  public boolean hasSessionKey() {
    return !key.isEmpty();
  }

  @Override
  public Path home() {
    return Path.of("/home/ana/.local/share/retune");
  }
}
