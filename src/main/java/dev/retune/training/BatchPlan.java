package dev.retune.training;

import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which pairs stand in which batch of which epoch, and which batches make a step: decided before
/// the first step, a function of data, settings and seed alone.
///
/// @param steps in training order; each holds its batches, and a batch indices of examples
/// @param epochEnds the last step of each epoch, those beyond the last step of all among them
record BatchPlan(List<List<int[]>> steps, List<Integer> epochEnds) {

  /// @param conflicts null to shuffle plainly
  static BatchPlan of(
      List<Example> examples, TrainingSettings settings, @Nullable Conflicts conflicts) {
    var epochs = new ArrayList<List<int[]>>();
    for (var epoch = 0; epoch < settings.epochs(); epoch++) {
      epochs.add(pass(examples, settings.loss(), settings, conflicts, settings.seed(), epoch));
    }
    return ofEpochs(epochs, settings);
  }

  /// As many batches to a step as the settings say; at the end of an epoch those that are left, as
  /// in transformers' Trainer.
  ///
  /// @param epochs the batches of each
  static BatchPlan ofEpochs(List<List<int[]>> epochs, TrainingSettings settings) {
    var steps = new ArrayList<List<int[]>>();
    var ends = new ArrayList<Integer>();
    for (var batches : epochs) {
      var together = Math.min(settings.accumulation(), batches.size());
      for (var start = 0; start < batches.size(); start += together) {
        var end = Math.min(start + together, batches.size());
        steps.add(List.copyOf(batches.subList(start, end)));
      }
      ends.add(steps.size());
    }
    var most = settings.maxSteps();
    var limit = most == 0 ? steps.size() : Math.min(most, steps.size());
    return new BatchPlan(List.copyOf(steps.subList(0, limit)), List.copyOf(ends));
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

  /// Steps of the first epoch; later ones may have a few more or less.
  int stepsPerEpoch() {
    return epochEnds.isEmpty() ? 0 : epochEnds.getFirst();
  }

  int totalSteps() {
    return steps.size();
  }

  /// The batches of a step, which counts from 1.
  List<int[]> step(int step) {
    return steps.get(step - 1);
  }

  /// All batches in training order.
  List<int[]> batches() {
    return steps.stream().flatMap(List::stream).toList();
  }

  /// How many batches a step has, on average.
  double batchesPerStep() {
    return steps.isEmpty() ? 1 : (double) batches().size() / steps.size();
  }

  /// Passes done after `step` steps, with fraction.
  double epoch(int step) {
    return stepsPerEpoch() == 0 ? 0 : (double) step / stepsPerEpoch();
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
