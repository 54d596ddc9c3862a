package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Windows;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How texts become vectors.
///
/// @param windows null to embed each text as a whole, cut where the model stops reading
record VectorSource(Embedder embedder, InputType type, @Nullable Windows windows) {

  /// @return `[texts][vectors][dimension]`, at least one vector a text
  float[][][] embed(List<String> texts, Progress progress) {
    return windows == null
        ? single(embedder.embed(texts, type, progress))
        : embedder.embed(texts, type, windows, progress);
  }

  /// One vector a text.
  static float[][][] single(float[][] vectors) {
    return Arrays.stream(vectors).map(vector -> new float[][] {vector}).toArray(float[][][]::new);
  }

  /// Changes whenever a vector might.
  String key() {
    var whole =
        String.join(
            "\n",
            embedder.fingerprint(),
            type.name(),
            String.valueOf(embedder.maxTokens()),
            String.valueOf(embedder.dimension()));
    return Sha256.of(windows == null ? whole : whole + "\nwindows " + windows);
  }
}
