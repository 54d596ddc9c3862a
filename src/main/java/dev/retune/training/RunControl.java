package dev.retune.training;

import dev.retune.file.AtomicFile;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The small files in `control/` by which a person's wishes reach the worker.
final class RunControl {
  private final Path folder;

  RunControl(Path runFolder) {
    folder = runFolder.resolve("control");
  }

  /// What a person may wish.
  enum Request {
    PAUSE,
    RESUME,
    STOP;

    String fileName() {
      return switch (this) {
        case PAUSE -> "pause";
        case RESUME -> "resume";
        case STOP -> "stop";
      };
    }
  }

  void ask(Request request) {
    switch (request) {
      case PAUSE -> withdraw(Request.RESUME);
      case RESUME -> withdraw(Request.PAUSE);
      case STOP -> {}
    }
    AtomicFile.writeString(file(request), "");
  }

  boolean asked(Request request) {
    return Files.exists(file(request));
  }

  void withdraw(Request request) {
    try {
      Files.deleteIfExists(file(request));
    } catch (IOException e) {
      throw Problem.of(RunControl.class, "control", folder.toString(), Reason.of(e)).exception(e);
    }
  }

  /// Forgets all requests: those made to a worker that is gone do not bind the next one.
  void clear() {
    for (var request : Request.values()) {
      withdraw(request);
    }
  }

  private Path file(Request request) {
    return folder.resolve(request.fileName());
  }
}
