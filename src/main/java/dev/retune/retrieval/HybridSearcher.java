package dev.retune.retrieval;

import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Joins a model and BM25.
///
/// For each query the candidates are **all passages of the corpus**. Both score every candidate:
/// the model as [VectorSearcher] does (a passage with windows by its best), BM25 with 0 for a
/// passage that shares no word with the query. Each side's scores become z-scores over the
/// candidates, `(score − mean) / standard deviation` with the deviation of the whole population,
/// all 0 where the scores do not differ, and a passage's score is `weight × z of BM25 + (1 −
/// weight) × z of the model`.
///
/// Every passage is found, except one whose vector holds something that is not a number. So a
/// weight of 0 ranks as the model alone, and a weight of 1 as BM25 alone, followed by the passages
/// that BM25 does not find. Scores are computed in double precision in a fixed order.
///
/// Combining standardised scores is CombSUM after Fox and Shaw (*Combination of Multiple Searches*,
/// TREC-2, 1994) with the normalisation of Montague and Aslam (*Relevance Score Normalization for
/// Metasearch*, CIKM 2001, "ZMUV").
public final class HybridSearcher implements Searcher {
  /// Both sides count the same.
  public static final double EQUAL = .5;

  private final VectorSearcher model;
  private final Bm25Searcher words;
  private final double weight;

  /// @param model over the same corpus as `words`; both stay open when this is closed
  /// @param weight how much BM25 counts, 0 to 1; chosen by [HybridWeight] or [#EQUAL]
  /// @throws dev.retune.text.ProblemException if the weight is not between 0 and 1
  public HybridSearcher(VectorSearcher model, Bm25Searcher words, double weight) {
    if (!model.passages().equals(words.passages())) {
      throw new IllegalArgumentException("model and BM25 search different passages");
    }
    this.model = model;
    this.words = words;
    this.weight = checked(weight);
  }

  /// The weight itself.
  ///
  /// @throws dev.retune.text.ProblemException if it is not between 0 and 1
  public static double checked(double weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw Problem.of(HybridSearcher.class, "hybridWeight", String.valueOf(weight)).exception();
    }
    return weight;
  }

  /// How much BM25 counts, 0 to 1.
  public double weight() {
    return weight;
  }

  @Override
  public String name() {
    return model.name() + " + " + words.name();
  }

  @Override
  public List<List<Hit>> search(List<String> queries, int k, Progress progress) {
    return search(model, words, new double[] {weight}, queries, k, progress).getFirst();
  }

  /// Searches with several weights at the price of one.
  ///
  /// @return `[weights][queries]`
  static List<List<List<Hit>>> search(
      VectorSearcher model,
      Bm25Searcher words,
      double[] weights,
      List<String> queries,
      int k,
      Progress progress) {
    var vectors = model.embed(queries, progress);
    progress.begin(Text.of(HybridSearcher.class, "search"), queries.size());
    var found = new ArrayList<List<List<Hit>>>();
    for (var _ : weights) {
      found.add(new ArrayList<>(queries.size()));
    }
    for (int start = 0; start < queries.size(); start += VectorSearcher.GROUP) {
      progress.checkCancelled();
      int from = start;
      int to = Math.min(start + VectorSearcher.GROUP, queries.size());
      var scores = model.scores(Arrays.copyOfRange(vectors, from, to));
      var group =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(q -> {
                var joined = new JoinedScores(scores[q - from], words.scores(queries.get(q)));
                return Arrays.stream(weights)
                    .mapToObj(weight -> joined.best(weight, k, words.passages()))
                    .toList();
              })
              .toList();
      for (int w = 0; w < weights.length; w++) {
        for (var hits : group) {
          found.get(w).add(hits.get(w));
        }
      }
      progress.advance(to - from);
    }
    return found;
  }

  @Override
  public void close() {}
}
