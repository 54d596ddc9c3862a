package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.List;

/// A few steps tried with small batches of the run's own examples, method and settings, to see how
/// fast this machine is at it. The weights tried are thrown away.
///
/// @param tokensPerSecond 0 if no text passed the encoder, or there was no room to try
/// @param secondsPerStep of a small batch; 0 if there was no room to try
record Trial(double tokensPerSecond, double secondsPerStep) {
  static final Trial NONE = new Trial(0, 0);

  /// A batch holds at least so many tokens, if the data has them.
  private static final int TOKENS = 600;

  /// The first step also prepares the program.
  private static final int STEPS = 3;

  private static final double SECONDS = 10;

  /// Only with room for a second model beside its own gradients, and a reserve.
  private static final long RESERVE_MB = 1500;

  static Trial of(
      RunInputs inputs,
      Learner learner,
      MemoryEstimate memory,
      NDManager manager,
      Progress progress) {
    if (Math.min(memory.megabytes(), RESERVE_MB) > MemoryEstimate.freeMegabytes()
        && memory.exceedsMachine()) {
      return NONE;
    }
    progress.begin(Text.of(Preflight.class, "preflight.trying"), STEPS + 1);
    var batch = batch(inputs, learner);
    var begin = System.nanoTime();
    var pace = new Pace();
    var tokens = 0L;
    try (var optimiser =
        new Optimiser(manager, learner.parameters(), inputs.settings().weightDecay())) {
      var training =
          new TrainingStep(
              inputs.settings(), inputs.losses(), manager, learner, optimiser, null, _ -> {});
      for (var step = 1; step <= STEPS + 1; step++) {
        progress.checkCancelled();
        var stepBegin = System.nanoTime();
        var result = training.run(step, List.of(batch), 0);
        if (step > 1) {
          pace.step((System.nanoTime() - stepBegin) / 1e9);
          tokens = result.tokens();
        }
        progress.advance(1);
        if (step > 1 && (System.nanoTime() - begin) / 1e9 > SECONDS) {
          break;
        }
      }
    }
    return new Trial(tokens / pace.median(), pace.median());
  }

  /// The first examples of the main dataset's first batch, as many as it takes; of another one's
  /// where the run is too short for the main one.
  private static List<Example> batch(RunInputs inputs, Learner learner) {
    var batch = new ArrayList<Example>();
    var tokens = 0;
    for (var example : inputs.firstBatches().getFirst()) {
      batch.add(example);
      for (var text : example.texts()) {
        var count = learner.embedder().tokenCounts(List.of(inputs.plain(text)), text.side())[0];
        tokens += Math.min(count, inputs.limit(text));
      }
      if (batch.size() > 1 && tokens >= TOKENS) {
        break;
      }
    }
    return batch;
  }
}
