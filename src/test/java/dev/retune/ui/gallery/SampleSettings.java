package dev.retune.ui.gallery;

import dev.retune.gpu.Gpu;
import dev.retune.task.Progress;
import dev.retune.ui.settings.SettingsPort;
import dev.retune.workflow.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Settings held in memory.
public final class SampleSettings implements SettingsPort {
  private Settings settings = Settings.DEFAULT;
  private String key = "";
  private volatile Gpu.Found found = new Gpu.Found(null, false, null, List.of());
  private volatile String index = "";
  private Consumer<Progress> installing = _ -> {};

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
  public Gpu.Found gpu() {
    return found;
  }

  @Override
  public void installGpu(String newIndex, Progress progress) {
    index = newIndex;
    installing.accept(progress);
  }

  @Override
  public void takeGpu(Path folder, Progress progress) {
    found = new Gpu.Found(found.driver(), true, folder, List.of(folder.toString()));
  }

  /// What the person's button does.
  public void onInstall(Consumer<Progress> action) {
    installing = action;
  }

  /// The index that was last installed from.
  public String index() {
    return index;
  }

  /// What is found from now on.
  public void find(Gpu.Found now) {
    found = now;
  }

  @Override
  public Path home() {
    return Path.of("/home/ana/.local/share/retune");
  }
}
