package dev.retune.pair;

import dev.retune.dataset.BeirFormat;
import dev.retune.dataset.DatasetReader;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.encoder.TokenCounter;
import dev.retune.pair.NewPair.Grade;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Brings pairs in that were made elsewhere. They come as accepted, as their makers judged them.
public final class PairImport {
  private final PairStore store;
  private final String reviewer;
  private final Clock clock;

  public PairImport(PairStore store, String reviewer, Clock clock) {
    this.store = store;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  /// Reads a LlamaIndex JSON file or a BEIR folder. Its passages become a document of that name,
  /// without pages; a BEIR folder's splits are kept. Where every judgement has relevance 1, it only
  /// says "relevant" and is read as full relevance; graded ones are kept as they are.
  ///
  /// One step of undo takes the pairs back; the passages stay until their document is removed.
  ///
  /// @param tokens counts tokens as the project's base model does
  /// @throws dev.retune.text.ProblemException if it cannot be read; nothing is stored then
  /// @throws java.util.concurrent.CancellationException if cancelled; nothing is stored then
  public Action importFrom(Path fileOrFolder, TokenCounter tokens, Progress progress) {
    var sets = read(fileOrFolder);
    var corpus = new LinkedHashMap<String, String>();
    sets.values().forEach(set -> corpus.putAll(set.corpus()));
    progress.begin(Text.of(PairImport.class, "importing"), 0);
    var name = String.valueOf(fileOrFolder.toAbsolutePath().normalize().getFileName());
    var texts = List.copyOf(corpus.values());
    return store.together(() -> {
      var ids = store.passages(name, texts, tokens, clock.instant(), progress);
      var chunks = new HashMap<String, UUID>();
      var passages = List.copyOf(corpus.keySet());
      for (int i = 0; i < ids.size(); i++) {
        chunks.put(passages.get(i), ids.get(i));
      }
      boolean graded = sets.values().stream().anyMatch(PairImport::graded);
      var pairs = new ArrayList<NewPair>();
      sets.forEach((split, set) -> add(set, split.orElse(null), graded, chunks, pairs));
      progress.checkCancelled();
      return store
          .decisions()
          .add(ActionKind.IMPORT, pairs, Origin.IMPORTED, reviewer, clock.instant());
    });
  }

  private static Map<Optional<Split>, RetrievalSet> read(Path source) {
    var sets = new LinkedHashMap<Optional<Split>, RetrievalSet>();
    if (Files.isDirectory(source) && Files.isDirectory(source.resolve("qrels"))) {
      for (var split : BeirFormat.splits(source)) {
        sets.put(Optional.of(split), BeirFormat.read(source, split));
      }
    } else {
      sets.put(Optional.empty(), DatasetReader.read(source, null));
    }
    return sets;
  }

  private static boolean graded(RetrievalSet set) {
    return set.qrels().values().stream()
        .flatMap(judged -> judged.values().stream())
        .anyMatch(relevance -> relevance != 1);
  }

  private static void add(
      RetrievalSet set,
      @Nullable Split split,
      boolean graded,
      Map<String, UUID> chunks,
      List<NewPair> into) {
    set.qrels()
        .forEach((query, judged) -> {
          var grades = new ArrayList<Grade>();
          judged.forEach((passage, relevance) ->
              Optional.ofNullable(chunks.get(passage))
                  .ifPresent(
                      chunk -> grades.add(new Grade(chunk, graded ? relevance : Review.FULL))));
          var question = set.queries().getOrDefault(query, "").strip();
          if (!question.isEmpty() && !grades.isEmpty()) {
            into.add(new NewPair(question, grades, ReviewStatus.ACCEPTED, split, null));
          }
        });
  }

  /// Adds questions that a person wrote and judged before; each keeps its split. What is there
  /// already stays as it is. One step of undo.
  public Action addReviewed(List<ReviewedPair> reviewed, Progress progress) {
    progress.begin(Text.of(PairImport.class, "importing"), reviewed.size());
    progress.checkCancelled();
    var pairs = new ArrayList<NewPair>();
    for (var pair : reviewed) {
      var grades =
          pair.chunkIds().stream().map(chunk -> new Grade(chunk, pair.relevance())).toList();
      pairs.add(
          new NewPair(
              pair.question().strip(), grades, ReviewStatus.ACCEPTED, pair.split(), pair.answer()));
    }
    var action =
        store.decisions().add(ActionKind.IMPORT, pairs, Origin.PERSON, reviewer, clock.instant());
    progress.advance(reviewed.size());
    return action;
  }
}
