package dev.retune.training;

import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.NativeMemory;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What `retune worker <run folder>` does: trains the run to its end.
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int HELD = 3;

  private final RunFolder run;
  private final RunJournal journal;

  private Worker(RunFolder run, RunJournal journal) {
    this.run = run;
    this.journal = journal;
  }

  /// Takes the lock, trains or resumes, writes model and report. Alone in its process: it sets the
  /// native library's threads.
  ///
  /// @return the exit code: [#DONE] finished or stopped (now or before), [#FAILED] with the reason
  ///   in the last event, [#HELD] if another worker holds the run
  /// @throws dev.retune.text.ProblemException if it is no run folder or cannot be written
  public static int run(Path runFolder) {
    var run = RunFolder.open(runFolder);
    var attempt = 1 + run.events().stream().mapToInt(RunEvent::attempt).max().orElse(0);
    var lock = RunLock.take(run.lockFile(), attempt, Clock.systemUTC()).orElse(null);
    if (lock == null) {
      LOG.error("{} is held by another worker", run.path());
      return HELD;
    }
    try (lock) {
      var progress = new RunProgress();
      progress.add(run.events());
      if (progress.state(null).done()) {
        return DONE;
      }
      try (var journal =
          new RunJournal(new EventLog(run.eventsFile()), attempt, Clock.systemUTC())) {
        return new Worker(run, journal).work();
      }
    }
  }

  private int work() {
    try {
      return train();
    } catch (ProblemException e) {
      LOG.error("failed", e);
      return fail(0, e.problem());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (OutOfMemoryError e) {
      LOG.error("out of memory", e);
      return fail(0, Problem.of(Worker.class, "memory"));
    } catch (RuntimeException | Error e) {
      LOG.error("failed", e);
      return fail(0, unexpected(e));
    }
  }

  private int train() throws InterruptedException {
    var settings = run.configuration().settings();
    if (settings.threads() > 0) {
      System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(settings.threads()));
    }
    var device = NativeLibraries.device(settings.device());
    var given = RunInputs.read(run);
    var checkpoints = new Checkpoints(run.checkpointsFolder());
    var wishes = new Wishes(run.control());
    try (var root = NativeLibraries.root();
        var manager = root.newSubManager(device)) {
      var inputs = PrecisionChoice.settle(run, given, manager);
      var narrator = new Narrator(inputs, journal);
      TrainingLoop.Outcome outcome;
      try (var loop =
          new TrainingLoop(inputs, narrator, checkpoints, wishes, manager, Learner::open)) {
        started(inputs, device.isGpu() ? "GPU " + device.getDeviceId() : "CPU", loop.restore());
        loop.recall(run.events());
        outcome =
            loop.run(Baseline.read(run.checkpointsFolder()).orElse(null), run.checkpointsFolder());
      }
      return end(inputs, narrator, checkpoints, outcome);
    } catch (CancellationException _) {
      wishes.fulfil();
      journal.write((attempt, now) -> new RunEvent.Stopped(attempt, now, 0, 0));
      return DONE;
    }
  }

  private void started(RunInputs inputs, String device, int step) {
    var threads = inputs.settings().threads();
    journal.write((attempt, now) ->
        new RunEvent.Started(
            attempt,
            now,
            RunConfiguration.SCHEMA,
            ProcessHandle.current().pid(),
            run.configuration().programVersion(),
            device,
            threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
            step,
            inputs.plan().totalSteps()));
  }

  private int end(
      RunInputs inputs, Narrator narrator, Checkpoints checkpoints, TrainingLoop.Outcome outcome) {
    var best = outcome.best();
    if (best != null) {
      new RunEnding(run, inputs, narrator, checkpoints).write(outcome, best);
    }
    var bestStep = best == null ? 0 : best.step();
    var failure = outcome.failure();
    if (failure != null) {
      LOG.error("failed", failure);
      return fail(outcome.step(), failure.problem());
    }
    journal.write((attempt, now) ->
        outcome.stopped()
            ? new RunEvent.Stopped(attempt, now, outcome.step(), bestStep)
            : new RunEvent.Finished(attempt, now, outcome.step(), bestStep, outcome.seconds()));
    checkpoints.clear(inputs.settings().checkpoints().keep());
    Guide.clear(run.checkpointsFolder());
    return DONE;
  }

  private int fail(int step, Problem problem) {
    journal.write(
        (attempt, now) -> new RunEvent.Failed(attempt, now, step, StorableProblem.of(problem)));
    return FAILED;
  }

  private static Problem unexpected(Throwable e) {
    return NativeMemory.exhausted(e)
        ? Problem.of(Worker.class, "memory")
        : Problem.of(Worker.class, "unexpected", e.getClass().getSimpleName(), Reason.of(e));
  }
}
