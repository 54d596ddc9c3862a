package dev.retune.ui.settings;

import dev.retune.task.Progress;
import dev.retune.workflow.GpuStatus;
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

  /// What graphics card and CUDA support there is, and whether a model can compute on it. Takes up
  /// to a few seconds.
  ///
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  GpuStatus gpu(Progress progress);

  /// Whether the card was there when the program started, so that what it computes itself, and not
  /// only trainings, uses it.
  boolean gpuOffered();

  /// Fetches CUDA support.
  ///
  /// @param index address of a package index; empty for PyPI
  /// @throws dev.retune.text.ProblemException if it cannot be had
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  void installGpu(String index, Progress progress);

  /// Takes CUDA support from a folder with wheels, or with the PyTorch of a Python installation.
  ///
  /// @throws dev.retune.text.ProblemException if it holds neither of the right version
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  void takeGpu(Path folder, Progress progress);

  /// Deletes CUDA support.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be deleted
  void removeGpu();

  /// Where models, settings and logs live.
  Path home();
}
