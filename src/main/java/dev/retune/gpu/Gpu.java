package dev.retune.gpu;

import dev.retune.file.Json;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// CUDA support on this machine: the driver, and the CUDA build of PyTorch that this program keeps
/// beside its models.
///
/// @param folder that the libraries are kept in
/// @param driver how to look for a graphics card
public record Gpu(Path folder, Driver driver) {
  /// What has to be there for the libraries to be whole.
  private static final String DECISIVE = "libtorch_cuda.so";

  /// What was found.
  ///
  /// @param driver version of NVIDIA's driver; null if there is none
  /// @param loads whether the driver's library can be loaded here
  /// @param libraries the folder with the CUDA build of PyTorch; null if it is not set up
  /// @param from what it was set up from
  public record Found(
      Driver.@Nullable Cards driver, boolean loads, @Nullable Path libraries, List<String> from) {}

  /// Looks for driver, cards and libraries. Takes up to a few seconds.
  public Found look() {
    var libraries = libraries().orElse(null);
    var from =
        libraries == null
            ? List.<String>of()
            : Json.read(cuda().resolve(Installed.FILE), Installed.class).from();
    return new Found(driver.cards().orElse(null), driver.loads(), libraries, from);
  }

  /// The folder with PyTorch's CUDA libraries if they are set up, of this program's version and
  /// whole.
  public Optional<Path> libraries() {
    var file = cuda().resolve(Installed.FILE);
    var libraries = cuda().resolve("torch/lib");
    try {
      return Files.exists(file)
              && Json.read(file, Installed.class).version().equals(Installed.VERSION)
              && Files.exists(libraries.resolve(DECISIVE))
          ? Optional.of(libraries)
          : Optional.empty();
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }

  /// The libraries, if there is a driver to run them; cheap enough for every start.
  public Optional<Path> usable() {
    return driver.present() ? libraries() : Optional.empty();
  }

  /// Fetches and unpacks the wheels; a broken install goes on where it broke.
  ///
  /// @param from address of a package index or folder with wheels; null for PyPI
  /// @throws dev.retune.text.ProblemException if a wheel cannot be had, is not the one that the
  ///   index states, or there is no room
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public void install(@Nullable String from, Progress progress) {
    new GpuInstall(folder, cuda())
        .run(WheelSource.of(from == null ? SimpleIndex.PYPI : from), progress);
  }

  /// Uses the PyTorch 2.7.1 of a Python installation.
  ///
  /// @param torch its folder `torch`, or the `site-packages` that this lies in
  /// @throws dev.retune.text.ProblemException if it is no PyTorch 2.7.1 with CUDA
  public void link(Path torch) {
    new ExistingTorch(torch).link(cuda());
  }

  /// Takes what a folder holds: wheels, or a PyTorch 2.7.1.
  ///
  /// @throws dev.retune.text.ProblemException if it holds neither, or not all of it
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public void take(Path from, Progress progress) {
    if (new WheelFolder(from).holds(Wheel.ALL.getFirst())) {
      install(from.toString(), progress);
    } else {
      link(from);
    }
  }

  private Path cuda() {
    return folder.resolve("cuda");
  }
}
