package dev.retune.workflow;

import dev.retune.encoder.Windows;
import dev.retune.file.AtomicFile;
import dev.retune.file.Json;
import dev.retune.retrieval.Npy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Writes the vectors of texts, one each or several.
///
/// | file | one vector a text | windows |
/// |---|---|---|
/// | `.npy` | `[texts][dimension]` | `[windows of all texts][dimension]`, in the order of the texts |
/// | `.jsonl` | `{"text", "vector"}` a line | `{"text", "vectors"}` a line |
///
/// Beside windows in `name.npy` stands `name.windows.json`: `{"size", "step", "counts"}` with the
/// number of windows of each text, so that `numpy.split(vectors, numpy.cumsum(counts)[:-1])` gives
/// them text by text.
///
/// @param path ends in `.npy` or `.jsonl`
record VectorFile(Path path) {
  private static final String NPY = ".npy";

  private record Line(String text, float[] vector) {}

  private record WindowsLine(String text, float[][] vectors) {}

  private record Counts(int size, int step, int[] counts) {}

  /// Whether the name says how to write it.
  boolean known() {
    return isNpy() || path.toString().endsWith(".jsonl");
  }

  private boolean isNpy() {
    return path.toString().endsWith(NPY);
  }

  /// @param vectors `[texts][dimension]`
  /// @throws dev.retune.text.ProblemException if the file cannot be written
  void write(List<String> texts, float[][] vectors) {
    if (isNpy()) {
      Npy.write(path, vectors);
    } else {
      writeLines(texts.size(), i -> new Line(texts.get(i), vectors[i]));
    }
  }

  /// @param vectors `[texts][windows][dimension]`
  /// @throws dev.retune.text.ProblemException if a file cannot be written
  void write(List<String> texts, float[][][] vectors, Windows windows) {
    if (isNpy()) {
      var counts = Arrays.stream(vectors).mapToInt(text -> text.length).toArray();
      Json.write(countsFile(), new Counts(windows.size(), windows.step(), counts));
      Npy.write(path, Arrays.stream(vectors).flatMap(Arrays::stream).toArray(float[][]::new));
    } else {
      writeLines(texts.size(), i -> new WindowsLine(texts.get(i), vectors[i]));
    }
  }

  private Path countsFile() {
    var name = path.getFileName().toString();
    return path.resolveSibling(name.substring(0, name.length() - NPY.length()) + ".windows.json");
  }

  private void writeLines(int count, IntFunction<Object> line) {
    AtomicFile.write(
        path,
        out -> {
          for (int i = 0; i < count; i++) {
            out.write((Json.line(line.apply(i)) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
