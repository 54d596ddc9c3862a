package dev.retune.app;

import dev.retune.training.RunEvent;
import dev.retune.training.RunFolder;
import java.nio.file.Path;

/// The latest training of a project, seen from outside.
///
/// @param project its folder
record LastRun(Path project) {

  RunFolder folder() {
    return RunFolder.list(project.resolve("runs")).getFirst();
  }

  boolean has(Class<? extends RunEvent> kind) {
    return RunFolder.list(project.resolve("runs")).stream()
        .limit(1)
        .flatMap(run -> run.events().stream())
        .anyMatch(kind::isInstance);
  }

  int attempts() {
    return folder().events().stream().mapToInt(RunEvent::attempt).max().orElse(0);
  }

  /// Ends the worker as the system does when it runs out of memory: no chance to say goodbye.
  void kill() {
    var pid =
        folder().events().stream()
            .filter(RunEvent.Started.class::isInstance)
            .mapToLong(event -> ((RunEvent.Started) event).pid())
            .findFirst()
            .orElseThrow();
    var worker = ProcessHandle.of(pid).orElseThrow();
    worker.destroyForcibly();
    worker.onExit().join();
  }
}
