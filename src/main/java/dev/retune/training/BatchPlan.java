package dev.retune.training;

import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which pairs stand in which batch of which epoch: decided before the first step, a function of
/// data, settings and seed alone.
///
/// @param batches in training order; each holds indices of examples
/// @param stepsPerEpoch batches of the first epoch
record BatchPlan(List<int[]> batches, int stepsPerEpoch) {

  /// @param conflicts null to shuffle plainly
  static BatchPlan of(
      List<Example> examples, TrainingSettings settings, @Nullable Conflicts conflicts) {
    var batches = new ArrayList<int[]>();
    var first = 0;
    for (var epoch = 0; epoch < settings.epochs(); epoch++) {
      batches.addAll(pass(examples, settings.loss(), settings, conflicts, settings.seed(), epoch));
      first = epoch == 0 ? batches.size() : first;
    }
    return upTo(settings.maxSteps(), batches, first);
  }

  /// @param steps at most so many; 0: all
  static BatchPlan upTo(int steps, List<int[]> batches, int stepsPerEpoch) {
    var limit = steps == 0 ? batches.size() : Math.min(steps, batches.size());
    return new BatchPlan(List.copyOf(batches.subList(0, limit)), stepsPerEpoch);
  }

  /// The batches of one pass over the examples of one dataset.
  ///
  /// @param seed of the order, with the number of the pass
  static List<int[]> pass(
      List<Example> examples,
      LossSettings loss,
      TrainingSettings settings,
      @Nullable Conflicts conflicts,
      long seed,
      int pass) {
    var order = Derived.permutation(seed, pass, examples.size());
    if (loss.name() == LossSettings.Name.BATCH_HARD_TRIPLET) {
      order = byTwos(order, examples);
    }
    var batches =
        conflicts == null
            ? plain(order, settings.batchSize())
            : withoutDuplicates(order, settings.batchSize(), conflicts);
    batches.removeIf(batch -> batch.length < (settings.dropLast() ? settings.batchSize() : 2));
    return batches;
  }

  int totalSteps() {
    return batches.size();
  }

  /// The batch of a step, which counts from 1.
  int[] batch(int step) {
    return batches.get(step - 1);
  }

  /// Passes done after `step` steps, with fraction.
  double epoch(int step) {
    return stepsPerEpoch == 0 ? 0 : (double) step / stepsPerEpoch;
  }

  /// Two texts of a class side by side, so that a batch has both; those left over stand at the end.
  private static int[] byTwos(int[] order, List<Example> examples) {
    var waiting = new LinkedHashMap<List<Double>, Integer>();
    var sorted = IntStream.builder();
    for (var index : order) {
      var label = examples.get(index).targets();
      var partner = waiting.remove(label);
      if (partner == null) {
        waiting.put(label, index);
      } else {
        sorted.add(partner).add(index);
      }
    }
    waiting.values().forEach(sorted::add);
    return sorted.build().toArray();
  }

  private static List<int[]> plain(int[] order, int size) {
    var batches = new ArrayList<int[]>();
    for (var start = 0; start < order.length; start += size) {
      batches.add(Arrays.copyOfRange(order, start, Math.min(start + size, order.length)));
    }
    return batches;
  }

  /// Fills batch after batch with the first pairs that get along with what is in it already; the
  /// rest waits for a later batch (sentence-transformers' NoDuplicatesBatchSampler). Those that get
  /// along with none stand together at the end, where the loss leaves out what is not wrong.
  private static List<int[]> withoutDuplicates(int[] order, int size, Conflicts conflicts) {
    var batches = new ArrayList<int[]>();
    var waiting = new ArrayList<Integer>();
    for (var index : order) {
      waiting.add(index);
    }
    var single = new ArrayList<Integer>();
    while (!waiting.isEmpty()) {
      var batch = new ArrayList<Integer>();
      var taken = conflicts.emptyBatch();
      var later = new ArrayList<Integer>();
      for (var index : waiting) {
        if (batch.size() < size && taken.accept(index)) {
          batch.add(index);
        } else {
          later.add(index);
        }
      }
      if (batch.size() > 1) {
        batches.add(batch.stream().mapToInt(Integer::intValue).toArray());
      } else {
        single.addAll(batch);
      }
      waiting = later;
    }
    batches.addAll(plain(single.stream().mapToInt(Integer::intValue).toArray(), size));
    return batches;
  }
}
