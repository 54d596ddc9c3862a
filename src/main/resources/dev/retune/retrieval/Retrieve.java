// Searches passages with the model in this folder, as its retrieval.json says. With Retune's jars
// on the class path:
//
//     java -cp "<retune>/lib/*" Retrieve.java passages.txt "What torque does the gland nut take?"
//
// A passage that is longer than a window has several vectors, and its best one counts. Where there
// is a hybrid weight, the model is joined with BM25: both sides' scores become z-scores over all
// passages.

import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.ModelFolder;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.PassageVectors;
import dev.retune.retrieval.RetrievalFile;
import dev.retune.retrieval.Searcher;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;

class Retrieve {
  public static void main(String[] args) throws IOException {
    var folder = Path.of(Objects.requireNonNullElse(System.getenv("MODEL"), "."));
    var settings = RetrievalFile.read(folder);
    var passages = new LinkedHashMap<String, String>();
    for (var line : Files.readAllLines(Path.of(args[0]))) {
      passages.put(String.valueOf(passages.size()), line);
    }
    try (var model = LocalEmbedder.open(ModelFolder.read(folder))) {
      var vectors =
          PassageVectors.of(model, passages.values(), settings.windows(), Progress.none());
      var dense = new VectorSearcher(model, passages, vectors);
      var weight = settings.hybridWeight();
      Searcher searcher =
          weight == null ? dense : new HybridSearcher(dense, new Bm25Searcher(passages), weight);
      for (var hit : searcher.search(args[1], 10)) {
        System.out.printf("%.4f  %s%n", hit.score(), passages.get(hit.passageId()));
      }
    }
  }
}
