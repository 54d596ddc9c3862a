package dev.retune.gpu;

import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder with wheels, as `pip download` fills it.
record WheelFolder(Path folder) implements WheelSource {
  /// Whether it holds this wheel.
  boolean holds(Wheel wheel) {
    try (var files = Files.list(folder)) {
      return files.anyMatch(path -> wheel.is(path.getFileName().toString()));
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public WheelFile find(Wheel wheel) {
    try (var files = Files.list(folder)) {
      var file =
          files
              .filter(path -> wheel.is(path.getFileName().toString()))
              .sorted()
              .findFirst()
              .orElseThrow(() ->
                  Problem.of(
                          WheelFolder.class, "wheel.none", wheel.project(), wheel.version(), folder)
                      .exception());
      return new WheelFile(file.getFileName().toString(), file.toUri(), null, Files.size(file));
    } catch (IOException e) {
      throw Problem.of(WheelFolder.class, "read", folder, Reason.of(e)).exception(e);
    }
  }
}
