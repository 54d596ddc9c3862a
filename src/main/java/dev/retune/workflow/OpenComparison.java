package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.model.ModelEntry;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.Comparison;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.Hit;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two models and BM25, ready to answer questions at once. Not safe for several threads at a time.
public final class OpenComparison implements AutoCloseable {
  /// How many results a column shows.
  public static final int DEPTH = 10;

  private static final long SEED = 42;

  private final ModelOnCorpus base;
  private final ModelOnCorpus tuned;
  private final Bm25Searcher bm25;
  private final Scoring scoring;
  private final Map<String, Chunk> chunks;
  private final Map<Split, RetrievalSet> questions;
  private final Map<String, Set<String>> relevantByText = new HashMap<>();

  OpenComparison(
      ModelOnCorpus base,
      ModelOnCorpus tuned,
      Bm25Searcher bm25,
      Scoring scoring,
      Map<String, Chunk> chunks,
      Map<Split, RetrievalSet> questions) {
    this.base = base;
    this.tuned = tuned;
    this.bm25 = bm25;
    this.scoring = scoring;
    this.chunks = chunks;
    this.questions = questions;
    for (var set : questions.values()) {
      set.queries()
          .forEach((id, text) ->
              relevantByText
                  .computeIfAbsent(text.strip(), _ -> new HashSet<>())
                  .addAll(relevant(set, id)));
    }
  }

  private static List<String> relevant(RetrievalSet set, String query) {
    return set.qrels().getOrDefault(query, Map.of()).entrySet().stream()
        .filter(judged -> judged.getValue() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  public ModelEntry base() {
    return base.model();
  }

  public ModelEntry tuned() {
    return tuned.model();
  }

  /// Held-out questions by split; only these are measured and offered to pick from.
  public Map<Split, RetrievalSet> questions() {
    return questions;
  }

  /// The passage with this id.
  ///
  /// @throws IllegalArgumentException if it is not among the passages compared
  public Chunk chunk(String passageId) {
    var chunk = chunks.get(passageId);
    if (chunk == null) {
      throw new IllegalArgumentException("no such passage: " + passageId);
    }
    return chunk;
  }

  /// What the models can be asked and measured by.
  public Scoring scoring() {
    return scoring;
  }

  /// How much BM25 counts in the base model's hybrid scores; null without them.
  public @Nullable Double baseWeight() {
    return base.searchers().weight();
  }

  /// How much BM25 counts in the tuned model's hybrid scores; null without them.
  public @Nullable Double tunedWeight() {
    return tuned.searchers().weight();
  }

  /// The ten best passages of each for any question.
  public SideBySide ask(String question) {
    return ask(question, scoring.model());
  }

  /// The ten best passages of each for any question, the models' by one kind of scoring.
  ///
  /// @throws IllegalArgumentException if that kind was not asked for
  public SideBySide ask(String question, Scoring.Kind kind) {
    var text = question.strip();
    var right = relevantByText.getOrDefault(text, Set.of());
    var before = base.searchers().of(kind).search(text, DEPTH);
    var after = tuned.searchers().of(kind).search(text, DEPTH);
    var words = bm25.search(text, DEPTH);
    return new SideBySide(
        text,
        !right.isEmpty(),
        rows(before, before, right),
        rows(after, before, right),
        rows(words, before, right));
  }

  /// Measures all three on one split.
  ///
  /// @throws dev.retune.text.ProblemException if no question of the split has an answer
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Comparison measure(Split split, Progress progress) {
    return measure(split, scoring.model(), progress);
  }

  /// Measures all three on one split, the models by one kind of scoring.
  ///
  /// @throws dev.retune.text.ProblemException if no question of the split has an answer, or the
  ///   weight of BM25 was chosen on that split
  /// @throws IllegalArgumentException if that kind was not asked for
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Comparison measure(Split split, Scoring.Kind kind, Progress progress) {
    var set = questions.get(split);
    if (set == null) {
      throw Problem.of(OpenComparison.class, "noQuestions", split.id()).exception();
    }
    if (kind == Scoring.Kind.HYBRID && scoring.choosesWeight() && split == Split.VALIDATION) {
      throw Problem.of(OpenComparison.class, "hybrid.noValidation").exception();
    }
    var options = EvaluationOptions.STANDARD;
    return Comparison.of(
        set,
        RetrievalEvaluator.evaluate(base.searchers().of(kind), set, options, progress),
        RetrievalEvaluator.evaluate(tuned.searchers().of(kind), set, options, progress),
        RetrievalEvaluator.evaluate(bm25, set, options, progress),
        SEED);
  }

  private List<SideBySide.Result> rows(List<Hit> hits, List<Hit> reference, Set<String> right) {
    var baseRanks = new HashMap<String, Integer>();
    for (int i = 0; i < reference.size(); i++) {
      baseRanks.put(reference.get(i).passageId(), i + 1);
    }
    var rows = new ArrayList<SideBySide.Result>();
    for (int i = 0; i < hits.size(); i++) {
      var hit = hits.get(i);
      rows.add(
          new SideBySide.Result(
              i + 1,
              baseRanks.getOrDefault(hit.passageId(), 0),
              chunk(hit.passageId()),
              hit.score(),
              right.contains(hit.passageId())));
    }
    return List.copyOf(rows);
  }

  @Override
  public void close() {
    bm25.close();
    tuned.close();
    base.close();
  }
}
