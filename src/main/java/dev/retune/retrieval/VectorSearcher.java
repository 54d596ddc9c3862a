package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Exact search by cosine or dot product, whichever the embedder calls for.
///
/// Scores are summed in float32. The vectors are held once, in about 4 × passages × dimension
/// bytes.
public final class VectorSearcher implements Searcher {
  /// So many queries pass over the vectors together.
  private static final int GROUP = 64;

  private final Embedder embedder;
  private final List<String> ids;
  private final VectorMatrix vectors;

  /// Embeds the corpus once.
  ///
  /// @param corpus passage text by passage id
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  public VectorSearcher(Embedder embedder, Map<String, String> corpus, Progress progress) {
    this(embedder, corpus, embedPassages(embedder, corpus, progress));
  }

  /// Takes the corpus vectors from `cache`, and embeds and keeps those that are not there.
  ///
  /// @param corpus passage text by passage id
  /// @throws java.util.concurrent.CancellationException if the person asked to stop; vectors that
  ///   were ready are kept
  public VectorSearcher(
      Embedder embedder, Map<String, String> corpus, VectorCache cache, Progress progress) {
    this(
        embedder,
        corpus,
        cache.embed(embedder, List.copyOf(corpus.values()), InputType.PASSAGE, progress));
  }

  /// Searches vectors that were computed before.
  ///
  /// @param vectors one vector a passage, in the order of `corpus`: `[passages][dimension]`
  public VectorSearcher(Embedder embedder, Map<String, String> corpus, float[][] vectors) {
    if (vectors.length != corpus.size()) {
      throw new IllegalArgumentException(
          vectors.length + " vectors for " + corpus.size() + " passages");
    }
    this.embedder = embedder;
    this.ids = List.copyOf(corpus.keySet());
    this.vectors = new VectorMatrix(vectors, embedder.similarity() == Similarity.COSINE);
  }

  private static float[][] embedPassages(
      Embedder embedder, Map<String, String> corpus, Progress progress) {
    progress.begin(Text.of(VectorSearcher.class, "embedPassages"), corpus.size());
    return embedder.embed(List.copyOf(corpus.values()), InputType.PASSAGE, new OneStage(progress));
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public List<List<Hit>> search(List<String> queries, int k, Progress progress) {
    progress.begin(Text.of(VectorSearcher.class, "embedQueries"), queries.size());
    var embedded = embedder.embed(queries, InputType.QUERY, new OneStage(progress));
    progress.begin(Text.of(VectorSearcher.class, "search"), queries.size());
    var found = new ArrayList<List<Hit>>(queries.size());
    for (int start = 0; start < embedded.length; start += GROUP) {
      progress.checkCancelled();
      var group = Arrays.copyOfRange(embedded, start, Math.min(start + GROUP, embedded.length));
      found.addAll(search(group, k));
      progress.advance(group.length);
    }
    return found;
  }

  /// The best `k` passages for queries that are vectors already: `[queries][dimension]`.
  List<List<Hit>> search(float[][] queries, int k) {
    var scaled =
        embedder.similarity() == Similarity.COSINE
            ? Arrays.stream(queries).map(VectorMatrix::unit).toArray(float[][]::new)
            : queries;
    return Arrays.stream(vectors.search(scaled, k)).map(this::hits).toList();
  }

  private List<Hit> hits(TopHits top) {
    var hits = new ArrayList<Hit>(top.size());
    top.drainWorstFirst((index, score) -> hits.add(new Hit(ids.get(index), score)));
    Collections.reverse(hits);
    return Collections.unmodifiableList(hits);
  }

  @Override
  public void close() {}
}
