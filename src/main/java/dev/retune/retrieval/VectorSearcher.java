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

/// Exact search by cosine or dot product, whichever the embedder calls for. A passage that has
/// several vectors, one for each of its windows, scores by the best of them.
///
/// Scores are summed in float32. The vectors are held once, in about 4 × vectors × dimension bytes.
public final class VectorSearcher implements Searcher {
  /// So many queries pass over the vectors together.
  static final int GROUP = 64;

  private final Embedder embedder;
  private final List<String> ids;
  private final VectorMatrix vectors;

  /// To how many numbers queries are cut; 0: not at all.
  private final int cut;

  /// Embeds the corpus once.
  ///
  /// @param corpus passage text by passage id
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  public VectorSearcher(Embedder embedder, Map<String, String> corpus, Progress progress) {
    this(embedder, corpus, PassageVectors.of(embedder, corpus.values(), null, progress));
  }

  /// Takes the corpus vectors from `cache`, and embeds and keeps those that are not there.
  ///
  /// @param corpus passage text by passage id
  /// @throws java.util.concurrent.CancellationException if the person asked to stop; vectors that
  ///   were ready are kept
  public VectorSearcher(
      Embedder embedder, Map<String, String> corpus, VectorCache cache, Progress progress) {
    this(embedder, corpus, PassageVectors.of(embedder, corpus.values(), null, cache, progress));
  }

  /// Searches vectors that were computed before.
  ///
  /// @param vectors one vector a passage, in the order of `corpus`: `[passages][dimension]`
  public VectorSearcher(Embedder embedder, Map<String, String> corpus, float[][] vectors) {
    this(embedder, corpus, new PassageVectors(VectorSource.single(vectors)));
  }

  /// Searches vectors that were computed before.
  ///
  /// @param vectors of each passage of `corpus`, in its order
  public VectorSearcher(Embedder embedder, Map<String, String> corpus, PassageVectors vectors) {
    if (vectors.passages() != corpus.size()) {
      throw new IllegalArgumentException(
          vectors.passages() + " passages have vectors, not " + corpus.size());
    }
    this.embedder = embedder;
    this.ids = List.copyOf(corpus.keySet());
    this.vectors = new VectorMatrix(vectors.vectors(), embedder.similarity() == Similarity.COSINE);
    this.cut = 0;
  }

  private VectorSearcher(Embedder embedder, List<String> ids, VectorMatrix vectors, int cut) {
    this.embedder = embedder;
    this.ids = ids;
    this.vectors = vectors;
    this.cut = cut;
  }

  /// Searches the same passages by the first `dimension` numbers of all vectors, as
  /// sentence-transformers does with that `truncate_dim`. Nothing is embedded anew.
  public VectorSearcher truncated(int dimension) {
    var unit = embedder.similarity() == Similarity.COSINE;
    return new VectorSearcher(embedder, ids, vectors.truncated(dimension, unit), dimension);
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public List<List<Hit>> search(List<String> queries, int k, Progress progress) {
    return search(embed(queries, progress), k, progress);
  }

  /// The best `k` passages for queries that are vectors already, of the model's full length:
  /// `[queries][dimension]`.
  List<List<Hit>> search(float[][] embedded, int k, Progress progress) {
    progress.begin(Text.of(VectorSearcher.class, "search"), embedded.length);
    var found = new ArrayList<List<Hit>>(embedded.length);
    for (int start = 0; start < embedded.length; start += GROUP) {
      progress.checkCancelled();
      var group = Arrays.copyOfRange(embedded, start, Math.min(start + GROUP, embedded.length));
      found.addAll(search(group, k));
      progress.advance(group.length);
    }
    return found;
  }

  /// The vectors of queries: `[queries][dimension]`.
  float[][] embed(List<String> queries, Progress progress) {
    progress.begin(Text.of(VectorSearcher.class, "embedQueries"), queries.size());
    return embedder.embed(queries, InputType.QUERY, new OneStage(progress));
  }

  /// The best `k` passages for queries that are vectors already: `[queries][dimension]`.
  List<List<Hit>> search(float[][] queries, int k) {
    return Arrays.stream(vectors.search(scaled(queries), k)).map(this::hits).toList();
  }

  /// The score of every passage of the corpus; negative infinity for one that is never found.
  ///
  /// @param queries `[queries][dimension]`
  /// @return `[queries][passages]`
  float[][] scores(float[][] queries) {
    return vectors.scores(scaled(queries));
  }

  /// Passage ids, in the order of the corpus.
  List<String> passages() {
    return ids;
  }

  private float[][] scaled(float[][] queries) {
    var cosine = embedder.similarity() == Similarity.COSINE;
    return Arrays.stream(queries)
        .map(query -> cut == 0 ? query : Arrays.copyOf(query, cut))
        .map(query -> cosine ? VectorMatrix.unit(query) : query)
        .toArray(float[][]::new);
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
