package dev.retune.gpu;

import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The PyTorch of a Python installation.
///
/// @param given its folder `torch`, or the one around it
record ExistingTorch(Path given) {
  private static final String LIBRARY = "lib/libtorch_cuda.so";

  /// Makes `cuda` a folder of links to it, without the bridge to Python. PyTorch's libraries look
  /// for CUDA's beside the links, so these are linked too.
  ///
  /// @throws dev.retune.text.ProblemException if it is no PyTorch 2.7.1 with CUDA
  void link(Path cuda) {
    var torch = torch();
    var around = cuda.resolveSibling("");
    try (var _ = InstallLock.take(around)) {
      check(torch);
      var growing = cuda.resolveSibling("linking");
      Folders.delete(growing);
      var libraries = Files.createDirectories(growing.resolve("torch/lib"));
      try (var files = Files.list(torch.resolve("lib"))) {
        for (var file : files.toList()) {
          var name = file.getFileName().toString();
          if (Wheel.keeps("torch/lib/" + name)) {
            Files.createSymbolicLink(libraries.resolve(name), file);
          }
        }
      }
      for (var beside : List.of("nvidia", "cusparselt")) {
        var folder = torch.resolveSibling(beside);
        if (Files.isDirectory(folder)) {
          Files.createSymbolicLink(growing.resolve(beside), folder);
        }
      }
      Json.write(
          growing.resolve(Installed.FILE),
          new Installed(Installed.SCHEMA, Installed.VERSION, List.of(torch.toString())));
      Folders.replace(cuda, growing);
      // What an installation left half done is gigabytes that nobody needs any more.
      Folders.delete(around.resolve("unpacking"));
      Folders.delete(around.resolve("downloads"));
    } catch (IOException e) {
      throw Problem.of(ExistingTorch.class, "install", cuda, Reason.of(e)).exception(e);
    }
  }

  private Path torch() {
    var folder = given.toAbsolutePath().normalize();
    return Files.isDirectory(folder.resolve("torch")) ? folder.resolve("torch") : folder;
  }

  private void check(Path torch) throws IOException {
    var file = torch.resolve("version.py");
    var version = Files.exists(file) ? Files.readString(file) : "";
    if (!version.contains("__version__ = '" + Installed.VERSION)
        || !Files.exists(torch.resolve(LIBRARY))) {
      throw Problem.of(ExistingTorch.class, "torch", given).exception();
    }
  }
}
