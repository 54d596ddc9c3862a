package dev.retune.training;

import dev.retune.text.Problem;
import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The batches of a run that learns from several datasets, each batch drawn from one of them: a
/// function of data, settings and seed alone.
///
/// An epoch is one pass over the main dataset. A dataset with a share has that share of all batches
/// of each epoch, going on in its own passes where the last epoch left it; one without has one pass
/// an epoch, as in sentence-transformers' proportional sampling. Within an epoch the datasets take
/// turns at random.
final class Mixture {
  private final List<Part> parts;
  private final TrainingSettings settings;

  private Mixture(List<Part> parts, TrainingSettings settings) {
    this.parts = parts;
    this.settings = settings;
  }

  /// One of the datasets.
  ///
  /// @param name for people
  /// @param share of all batches; null: one pass an epoch
  record Part(
      String name,
      List<Example> examples,
      LossSettings loss,
      @Nullable Conflicts conflicts,
      @Nullable Double share) {}

  /// @param parts the main dataset first
  /// @return batches of indices into the examples of all parts, one part after another
  /// @throws dev.retune.text.ProblemException if a dataset is too small for a batch
  static BatchPlan of(List<Part> parts, TrainingSettings settings) {
    return new Mixture(parts, settings).plan();
  }

  private BatchPlan plan() {
    var sources = new ArrayList<Source>();
    var offset = 0;
    for (var part : parts) {
      sources.add(new Source(sources.size(), part, offset));
      offset += part.examples().size();
    }
    var epochs = new ArrayList<List<int[]>>();
    for (var epoch = 0; epoch < settings.epochs(); epoch++) {
      var turns = turns(sources);
      var order =
          Derived.permutation(
              Derived.seed(settings.seed(), Derived.Purpose.MIXTURE, 0, 0), epoch, turns.size());
      var batches = new ArrayList<int[]>();
      for (var turn : order) {
        batches.add(sources.get(turns.get(turn)).next());
      }
      epochs.add(batches);
    }
    return BatchPlan.ofEpochs(epochs, settings);
  }

  /// For each batch of the coming epoch the dataset that it is drawn from, sorted.
  private static List<Integer> turns(List<Source> sources) {
    var whole = 0;
    var left = 1.0;
    for (var source : sources) {
      var share = source.part.share();
      if (share == null) {
        whole += source.leftInPass();
      } else {
        left -= share;
      }
    }
    var all = whole / left;
    var turns = new ArrayList<Integer>();
    for (var source : sources) {
      var share = source.part.share();
      var count = share == null ? source.leftInPass() : Math.max(1, Math.round(share * all));
      for (var i = 0; i < count; i++) {
        turns.add(source.number);
      }
    }
    return turns;
  }

  /// Hands out the batches of one dataset, pass after pass.
  private final class Source {
    private final int number;
    private final Part part;
    private final int offset;
    private final long seed;
    private List<int[]> batches = List.of();
    private int next;
    private int pass;

    Source(int number, Part part, int offset) {
      this.number = number;
      this.part = part;
      this.offset = offset;
      // The main dataset is gone through in the order that it would have alone.
      seed =
          number == 0
              ? settings.seed()
              : Derived.seed(settings.seed(), Derived.Purpose.MIXTURE, number, 1);
    }

    /// A new pass begins where the last one is done.
    int leftInPass() {
      if (next == batches.size()) {
        batches =
            BatchPlan.pass(part.examples(), part.loss(), settings, part.conflicts(), seed, pass++);
        next = 0;
        if (batches.isEmpty()) {
          throw Problem.of(Mixture.class, "auxiliary.small", part.name(), part.examples().size())
              .exception();
        }
      }
      return batches.size() - next;
    }

    int[] next() {
      var _ = leftInPass();
      var batch = batches.get(next++).clone();
      for (var i = 0; i < batch.length; i++) {
        batch[i] += offset;
      }
      return batch;
    }
  }
}
