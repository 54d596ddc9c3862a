package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.BeirFormat;
import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.Similarity;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Leaves one file of each format under `target/written` for `src/test/fixtures/check_written.py`,
/// which opens them with the Python packages they are meant for.
class WrittenFilesTest {
  private static final RetrievalSet SET =
      new RetrievalSet(
          Map.of("p1", "Pumps move fluid, 泵输送液体。", "p2", "Valves “stop” it.\nAlways."),
          Map.of("q1", "What moves fluid?", "q2", "What moves fluid?"),
          Map.of("q1", Map.of("p1", 1.0), "q2", Map.of("p2", 2.0, "p1", 0.0)));

  @Test
  void oneOfEach() throws IOException {
    var folder = Path.of("target", "written", UUID.randomUUID().toString());
    LlamaIndexFormat.write(folder.resolve("llama-index.json"), SET);
    BeirFormat.write(folder.resolve("beir"), Map.of(Split.TEST, SET));
    var data =
        new TrainingData(
            Shape.PAIRS,
            SET.corpus(),
            SET.queries(),
            List.of(new PairRow("q1", "p1", Split.TRAIN)),
            Map.of(Split.TEST, SET));
    DatasetFolder.write(folder.resolve("dataset"), data, new DatasetInfo("x", Instant.now(), null));
    Npy.write(folder.resolve("vectors.npy"), new float[][] {{1, -2.5f, 3e-20f}, {0, 4, 5}});
    try (var bm25 = new Bm25Searcher(SET.corpus())) {
      var evaluation =
          RetrievalEvaluator.evaluate(bm25, SET, EvaluationOptions.STANDARD, Progress.none());
      InformationRetrievalCsv.append(
          folder.resolve(InformationRetrievalCsv.fileName("test")),
          InformationRetrievalCsv.Line.of(Similarity.COSINE, evaluation));
    }
    var latest = Path.of("target", "written", "latest");
    Files.deleteIfExists(latest);
    Files.writeString(latest, folder.getFileName().toString());
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("vectors.npy"));
  }
}
