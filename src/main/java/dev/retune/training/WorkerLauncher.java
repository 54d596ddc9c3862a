package dev.retune.training;

import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Starts the worker of a run as a process of its own, which outlives this one.
public final class WorkerLauncher {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final LaunchCommand command;

  public WorkerLauncher(LaunchCommand command) {
    this.command = command;
  }

  /// Starts `retune worker <folder>` in its own session where the platform has `setsid` (so that
  /// neither a closed terminal nor an interrupted build tool reaches it), its output going to
  /// `worker.log`. Wishes left over from an earlier worker are forgotten. Returns once the worker
  /// holds the run; not for the thread that draws.
  ///
  /// @throws dev.retune.text.ProblemException if it does not start, naming the end of its log
  public ProcessHandle launch(RunFolder run) {
    run.control().clear();
    var builder = new ProcessBuilder(words(run));
    prepare(builder.environment());
    try {
      var process =
          builder
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(run.workerLog().toFile()))
              .redirectErrorStream(true)
              .start();
      awaitHold(run, process);
      return process.toHandle();
    } catch (IOException e) {
      throw Problem.of(WorkerLauncher.class, "worker.start", Reason.of(e)).exception(e);
    }
  }

  /// Makes the environment of this program that of a worker.
  public static void prepare(Map<String, String> environment) {
    // Threads that wait for each other spin otherwise, which costs up to twenty times the time on a
    // machine that has other work to do.
    environment.putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
    // By it the packaged launcher knows a process that it has set up itself; a worker is none.
    environment.remove("_JPACKAGE_LAUNCHER");
  }

  private List<String> words(RunFolder run) {
    var words = new ArrayList<String>();
    setsid().ifPresent(path -> words.add(path.toString()));
    words.addAll(command.words());
    words.add("worker");
    words.add(run.path().toString());
    return words;
  }

  private static Optional<Path> setsid() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static File nothing() {
    return new File(Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL");
  }

  private static void awaitHold(RunFolder run, Process process) throws IOException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (run.worker().filter(info -> info.pid() == process.pid()).isEmpty()) {
        if (!process.isAlive() && process.exitValue() == 0) {
          return; // It was done before we looked.
        }
        if (!process.isAlive() || System.nanoTime() > deadline) {
          process.destroy();
          throw Problem.of(WorkerLauncher.class, "worker.died", lastLine(run.workerLog()))
              .exception();
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String lastLine(Path log) throws IOException {
    var text = Files.exists(log) ? Files.readString(log) : "";
    return text.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line.strip());
  }
}
