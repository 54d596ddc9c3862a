package dev.retune.training;

import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.WeightMerge;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes a model of any point of a run whose weights are on disk, while the run goes on or after
/// its end.
public final class CheckpointModel {
  /// The latest checkpoint.
  public static final String LATEST = "latest";

  /// What did best on the validation questions so far.
  public static final String BEST = "best";

  private final RunFolder run;
  private final Checkpoints checkpoints;

  private CheckpointModel(RunFolder run) {
    this.run = run;
    checkpoints = new Checkpoints(run.checkpointsFolder());
  }

  /// Writes a model folder, the same as a run that ended there would have left.
  ///
  /// @param point a step, [#LATEST] or [#BEST]
  /// @param target made if it is not there
  /// @return the step
  /// @throws dev.retune.text.ProblemException if there are no whole weights of that point, base or
  ///   dataset of the run have changed, or the folder cannot be written
  public static int write(RunFolder run, String point, Path target) {
    return new CheckpointModel(run).write(point, target);
  }

  private int write(String point, Path target) {
    var steps = checkpoints.steps();
    var best = best();
    var asked =
        switch (point) {
          case BEST -> best;
          case LATEST -> steps.reversed().stream().findFirst();
          default -> step(point).filter(step -> steps.contains(step) || best.equals(step(point)));
        };
    var step = asked.orElseThrow(() -> missing(point, steps).exception());
    if (point.equals(BEST) || !steps.contains(step)) {
      writeBest(step, target);
    } else {
      var inputs = RunInputs.read(run);
      write(inputs, step, merged(inputs, checkpoints.weights(step)), target);
    }
    return step;
  }

  /// In a run that has ended, what its model is made of.
  private Optional<Integer> best() {
    return run.report().map(RunReport::bestStep).or(checkpoints::best);
  }

  private static Optional<Integer> step(String point) {
    try {
      return Optional.of(Integer.valueOf(point));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private Problem missing(String point, List<Integer> steps) {
    var listed =
        steps.stream().map(step -> Integer.toString(step)).collect(Collectors.joining(", "));
    return Problem.of(
        CheckpointModel.class,
        steps.isEmpty() ? "checkpoint.none" : "checkpoint.other",
        run.configuration().name(),
        point,
        listed);
  }

  private void writeBest(int step, Path target) {
    if (run.report().isEmpty()) {
      if (!checkpoints.bestIsWhole(step)) {
        throw Problem.of(CheckpointModel.class, "checkpoint.lost", BEST).exception();
      }
      // Kept as it was measured, merged with the base if the run merges.
      write(RunInputs.read(run), step, checkpoints.bestWeights(step), target);
      return;
    }
    try {
      Folders.copy(run.modelFolder(), target);
    } catch (IOException e) {
      throw Problem.of(CheckpointModel.class, "checkpoint.copy", target.toString(), Reason.of(e))
          .exception(e);
    }
  }

  private void write(RunInputs inputs, int step, Map<String, FloatTensor> trained, Path target) {
    var card = ReportCard.of(run, inputs, step, EventResult.of(run, inputs, step));
    new TunedFolder(target, inputs, checkpoints).write(trained, card);
  }

  /// Between the base and what was trained, as the run measures it.
  private static Map<String, FloatTensor> merged(
      RunInputs inputs, Map<String, FloatTensor> trained) {
    var alpha = inputs.settings().mergeAlpha();
    if (alpha == 1) {
      return trained;
    }
    var base = inputs.encoder();
    var merged = new TreeMap<String, FloatTensor>();
    trained.forEach(
        (name, weights) -> merged.put(name, WeightMerge.blend(base.weight(name), weights, alpha)));
    return merged;
  }
}
