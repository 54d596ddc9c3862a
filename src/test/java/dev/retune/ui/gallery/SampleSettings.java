package dev.retune.ui.gallery;

import dev.retune.gpu.Gpu;
import dev.retune.task.Progress;
import dev.retune.ui.settings.SettingsPort;
import dev.retune.workflow.GpuStatus;
import dev.retune.workflow.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Settings held in memory.
public final class SampleSettings implements SettingsPort {
  private Settings settings = Settings.DEFAULT;
  private String key = "";
  private volatile GpuStatus status =
      new GpuStatus(new Gpu.Found(true, null, false, null, List.of(), false), null);
  private volatile boolean offered;
  private volatile boolean lookFails;
  private volatile String index = "";
  private volatile Path taken = Path.of("/");
  private volatile boolean removed;
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
  public GpuStatus gpu(Progress progress) {
    if (lookFails) {
      throw new IllegalStateException("nvidia-smi is a folder");
    }
    return status;
  }

  @Override
  public boolean gpuOffered() {
    return offered;
  }

  @Override
  public void installGpu(String newIndex, Progress progress) {
    index = newIndex;
    installing.accept(progress);
  }

  @Override
  public void takeGpu(Path folder, Progress progress) {
    taken = folder;
    installing.accept(progress);
  }

  @Override
  public void removeGpu() {
    removed = true;
    var found = status.found();
    status =
        new GpuStatus(
            new Gpu.Found(found.supported(), found.driver(), found.loads(), null, List.of(), false),
            null);
  }

  /// What the person's button does.
  public void onInstall(Consumer<Progress> action) {
    installing = action;
  }

  /// The index that was last installed from.
  public String index() {
    return index;
  }

  /// The folder that was last taken; the root of files if none was.
  public Path taken() {
    return taken;
  }

  public boolean removed() {
    return removed;
  }

  /// What is found from now on.
  ///
  /// @param fromStart whether the program has computed on the card since its start
  public void find(GpuStatus now, boolean fromStart) {
    status = now;
    offered = fromStart;
    lookFails = false;
  }

  /// From now on nothing can be found out.
  public void failToLook() {
    lookFails = true;
  }

  @Override
  public Path home() {
    return Path.of("/home/ana/.local/share/retune");
  }
}
