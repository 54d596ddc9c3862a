package dev.retune.training;

import java.nio.file.Path;

/// What a test starts as a process: `worker <run>`, or `launch <run>` to start a worker and end.
final class WorkerMain {
  private WorkerMain() {}

  public static void main(String[] args) {
    var run = Path.of(args[1]);
    if (args[0].equals("worker")) {
      System.exit(Worker.run(run));
    }
    new WorkerLauncher(TinyRun.command()).launch(RunFolder.open(run));
  }
}
