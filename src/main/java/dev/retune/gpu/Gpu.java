package dev.retune.gpu;

import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
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
  /// @param supported whether there is a CUDA build for this operating system and processor
  /// @param driver version of NVIDIA's driver; null if there is none
  /// @param loads whether the driver's library can be loaded here
  /// @param libraries the folder with the CUDA build of PyTorch; null if it is not set up
  /// @param from what it was set up from
  /// @param kept whether anything of it takes room here, if only what a broken installation left
  public record Found(
      boolean supported,
      Driver.@Nullable Cards driver,
      boolean loads,
      @Nullable Path libraries,
      List<String> from,
      boolean kept) {}

  /// Looks for driver, cards and libraries. Takes up to a few seconds.
  public Found look() {
    var libraries = libraries().orElse(null);
    var from =
        libraries == null
            ? List.<String>of()
            : Json.read(cuda().resolve(Installed.FILE), Installed.class).from();
    return new Found(
        GpuInstall.supports(System.getProperty("os.name"), System.getProperty("os.arch")),
        driver.cards().orElse(null),
        driver.loads(),
        libraries,
        from,
        Installed.places(folder).stream().anyMatch(Files::exists));
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
    var wheels = new WheelFolder(from);
    // A folder with some of the wheels is told which one it lacks.
    if (Wheel.ALL.stream().anyMatch(wheels::holds)) {
      install(from.toString(), progress);
    } else {
      link(from);
    }
  }

  /// Deletes the libraries and whatever a broken installation left; a PyTorch that they were taken
  /// from stays.
  ///
  /// @throws dev.retune.text.ProblemException if an installation is under way or it cannot be
  ///   deleted
  public void remove() {
    try (var _ = InstallLock.take(folder)) {
      for (var place : Installed.places(folder)) {
        Folders.delete(place);
      }
    } catch (IOException e) {
      throw Problem.of(Gpu.class, "remove", folder, Reason.of(e)).exception(e);
    }
  }

  private Path cuda() {
    return folder.resolve("cuda");
  }
}
