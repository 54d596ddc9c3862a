package dev.retune.app;

import dev.retune.encoder.NativeLibraries;
import dev.retune.task.Progress;
import dev.retune.ui.settings.SettingsPort;
import dev.retune.workflow.GpuStatus;
import dev.retune.workflow.Settings;
import dev.retune.workflow.Workbench;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// The settings screen on the program's settings.
record WorkbenchSettings(Workbench workbench) implements SettingsPort {
  @Override
  public Settings get() {
    return workbench.settings().get();
  }

  @Override
  public void update(UnaryOperator<Settings> change) {
    workbench.settings().update(change);
  }

  @Override
  public boolean hasVariable(String name) {
    return workbench.llmKeys().hasVariable(name);
  }

  @Override
  public void useKey(String key) {
    workbench.llmKeys().use(key);
  }

  @Override
  public boolean hasSessionKey() {
    return workbench.llmKeys().hasTyped();
  }

  @Override
  public GpuStatus gpu(Progress progress) {
    return workbench.gpuStatus(progress);
  }

  @Override
  public boolean gpuOffered() {
    return NativeLibraries.cudaOffered();
  }

  @Override
  public void installGpu(String index, Progress progress) {
    workbench.gpu().install(index.isEmpty() ? null : index, progress);
  }

  @Override
  public void takeGpu(Path folder, Progress progress) {
    workbench.gpu().take(folder, progress);
  }

  @Override
  public void removeGpu() {
    workbench.gpu().remove();
  }

  @Override
  public Path home() {
    return workbench.home().folder();
  }
}
