package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Windows;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The vectors of a corpus: one for each passage, or one for each of its windows.
///
/// Not a record: records compare arrays by identity.
public final class PassageVectors {
  private final float[][][] vectors;

  /// @param vectors `[passages][vectors][dimension]`, at least one vector a passage
  public PassageVectors(float[][][] vectors) {
    this.vectors = vectors;
  }

  /// Embeds passages.
  ///
  /// @param windows null to embed each as a whole, cut where the model stops reading
  /// @throws dev.retune.text.ProblemException if the model cannot be given these windows
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  public static PassageVectors of(
      Embedder embedder,
      Collection<String> passages,
      @Nullable Windows windows,
      Progress progress) {
    progress.begin(Text.of(VectorSearcher.class, "embedPassages"), passages.size());
    return new PassageVectors(
        new VectorSource(embedder, InputType.PASSAGE, windows)
            .embed(List.copyOf(passages), new OneStage(progress)));
  }

  /// Embeds those passages that are not in `cache`, and keeps them there.
  ///
  /// @param windows null to embed each as a whole, cut where the model stops reading
  /// @throws dev.retune.text.ProblemException if the model cannot be given these windows
  /// @throws java.util.concurrent.CancellationException if the person asked to stop; vectors that
  ///   were ready are kept
  public static PassageVectors of(
      Embedder embedder,
      Collection<String> passages,
      @Nullable Windows windows,
      VectorCache cache,
      Progress progress) {
    var source = new VectorSource(embedder, InputType.PASSAGE, windows);
    return new PassageVectors(cache.embed(source, List.copyOf(passages), progress));
  }

  /// `[passages][vectors][dimension]`
  float[][][] vectors() {
    return vectors;
  }

  /// How many passages have vectors.
  int passages() {
    return vectors.length;
  }
}
