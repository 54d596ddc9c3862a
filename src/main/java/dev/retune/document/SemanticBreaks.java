package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds where the topic changes, as LlamaIndex's `SemanticSplitterNodeParser` does with its
/// defaults: each sentence is embedded together with the one before and the one after it
/// (`buffer_size` 1), and a chunk ends after each sentence whose cosine distance to the next is
/// above the 95th percentile of all these distances in the document
/// (`breakpoint_percentile_threshold` 95).
final class SemanticBreaks {
  private static final int BUFFER = 1;
  private static final double PERCENTILE = 95;

  private SemanticBreaks() {}

  /// The sentences after which the topic changes, by index, in order.
  ///
  /// @param sentences their places in `text`
  static List<Integer> find(
      String text, List<TextUnit> sentences, Embedder embedder, Progress progress) {
    var groups = new ArrayList<String>();
    for (int i = 0; i < sentences.size(); i++) {
      var first = sentences.get(Math.max(0, i - BUFFER));
      var last = sentences.get(Math.min(sentences.size() - 1, i + BUFFER));
      groups.add(text.substring(first.start(), last.end()));
    }
    progress.begin(Text.of(SemanticBreaks.class, "comparing"), groups.size());
    return above(distances(embedder.embed(groups, InputType.PASSAGE, progress)));
  }

  /// Cosine distance of each vector to the next.
  ///
  /// @param vectors `[sentences][dimension]`
  /// @return one fewer than there are vectors
  static double[] distances(float[][] vectors) {
    var distances = new double[Math.max(0, vectors.length - 1)];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = 1 - cosine(vectors[i], vectors[i + 1]);
    }
    return distances;
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double squaredA = 0;
    double squaredB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      squaredA += (double) a[i] * a[i];
      squaredB += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(squaredA * squaredB);
  }

  /// Where a distance is above the percentile.
  static List<Integer> above(double[] distances) {
    var breaks = new ArrayList<Integer>();
    if (distances.length == 0) {
      return breaks;
    }
    double threshold = percentile(distances, PERCENTILE);
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > threshold) {
        breaks.add(i);
      }
    }
    return breaks;
  }

  /// As `numpy.percentile` with its default, linear interpolation between the two nearest.
  static double percentile(double[] values, double percent) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    double at = percent / 100 * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
