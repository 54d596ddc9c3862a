package dev.retune.dataset;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Puts the files of a dataset folder together again.
final class DatasetFolderReader {
  private DatasetFolderReader() {}

  static TrainingData read(Path folder, Shape shape, Set<Split> splits) {
    var restricted = new HashMap<String, Set<Split>>();
    var corpus =
        TextFile.read(
            folder.resolve(TextFile.CORPUS),
            (id, node) -> {
              var searched = TextFile.splits(node);
              if (searched != null) {
                restricted.put(id, searched);
              }
            });
    var queries = TextFile.read(folder.resolve(TextFile.QUERIES));
    var rows = RowFile.read(folder.resolve(shape.fileName()), shape, corpus, queries);
    var evaluation = new EnumMap<Split, RetrievalSet>(Split.class);
    for (var split : splits) {
      var searched = searched(corpus, restricted, split);
      var qrels = QrelsFile.read(BeirFormat.qrels(folder, split), searched, queries);
      evaluation.put(split, new RetrievalSet(searched, queries, qrels));
    }
    return new TrainingData(shape, corpus, queries, rows, evaluation);
  }

  private static Map<String, String> searched(
      Map<String, String> corpus, Map<String, Set<Split>> restricted, Split split) {
    var searched = new LinkedHashMap<String, String>();
    corpus.forEach((id, text) -> {
      if (restricted.getOrDefault(id, Set.of(split)).contains(split)) {
        searched.put(id, text);
      }
    });
    return searched;
  }
}
