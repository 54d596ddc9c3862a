package dev.retune.workflow;

import dev.retune.file.Home;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.training.LaunchCommand;
import dev.retune.training.WorkerLauncher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Tries the graphics card in a process of its own, as a training has one: what PyTorch loads into
/// a process is decided once, and a driver that fails must not take the window along.
///
/// @param launch how this program starts itself
/// @param home whose CUDA libraries are tried
record GpuTrial(LaunchCommand launch, Home home) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Why the card cannot be used; empty if it can.
  ///
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  Optional<Problem> why(Progress progress) {
    var words = new ArrayList<>(launch.words());
    words.addAll(List.of("gpu", "status", "--json"));
    var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    WorkerLauncher.prepare(builder.environment());
    builder.environment().put(Home.VARIABLE, home.folder().toString());
    try {
      var process = builder.start();
      try {
        await(process, progress);
        return read(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.of(Problem.of(GpuTrial.class, "gpu.untried", Reason.of(e)));
    }
  }

  private static void await(Process process, Progress progress) throws IOException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
        progress.checkCancelled();
        if (System.nanoTime() > deadline) {
          throw new IOException("no answer in " + PATIENCE.toSeconds() + " s");
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      progress.checkCancelled();
    }
    if (process.isAlive() || process.exitValue() != 0) {
      throw new IOException(process.isAlive() ? "interrupted" : "exit " + process.exitValue());
    }
  }

  /// @param said what `retune gpu status --json` prints
  static Optional<Problem> read(String said) throws IOException {
    var answer = Json.mapper().readTree(said);
    return answer.path("device").asText().equals("cuda")
        ? Optional.empty()
        : Optional.of(
            Problem.of(GpuTrial.class, "gpu.trial", answer.path("reason").asText().strip()));
  }
}
