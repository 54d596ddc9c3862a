package dev.retune.workflow;

import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.NativeLibraries;
import dev.retune.gpu.Gpu;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whether models compute on a graphics card here.
///
/// @param found driver, cards and libraries
/// @param why not; null if they do
public record GpuStatus(Gpu.Found found, @Nullable Problem why) {

  /// Looks, and if all is there tries the card; loads PyTorch into this process to do so.
  public static GpuStatus of(Gpu gpu) {
    return of(gpu, GpuStatus::tried);
  }

  /// Looks, and if all is there has the card tried.
  ///
  /// @param trial says why the card cannot be used; nothing if it can
  static GpuStatus of(Gpu gpu, Supplier<Optional<Problem>> trial) {
    var found = gpu.look();
    if (found.driver() == null) {
      return new GpuStatus(found, Problem.of(GpuStatus.class, "gpu.driver"));
    }
    if (!found.loads()) {
      return new GpuStatus(found, Problem.of(GpuStatus.class, "gpu.library"));
    }
    if (found.libraries() == null) {
      return new GpuStatus(found, Problem.of(GpuStatus.class, "gpu.libraries"));
    }
    return new GpuStatus(found, trial.get().orElse(null));
  }

  private static Optional<Problem> tried() {
    try {
      NativeLibraries.device(DeviceChoice.CUDA);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }
}
