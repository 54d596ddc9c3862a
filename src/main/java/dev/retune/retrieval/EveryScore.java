package dev.retune.retrieval;

import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Collects the score of every document that matches; 0 stands for the others.
///
/// @param documents how many the index has
record EveryScore(int documents) implements CollectorManager<EveryScore.Scores, float[]> {

  @Override
  public Scores newCollector() {
    return new Scores(new float[documents]);
  }

  /// Each document is scored by one of the collectors.
  @Override
  public float[] reduce(Collection<Scores> collectors) {
    var all = new float[documents];
    for (var collector : collectors) {
      for (int i = 0; i < documents; i++) {
        all[i] += collector.scores[i];
      }
    }
    return all;
  }

  /// The scores of some segments.
  static final class Scores extends SimpleCollector {
    private final float[] scores;
    private @Nullable Scorable scorer;
    private int base;

    Scores(float[] scores) {
      this.scores = scores;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void setScorer(Scorable current) {
      scorer = current;
    }

    @Override
    public void collect(int document) throws IOException {
      scores[base + document] = Objects.requireNonNull(scorer).score();
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }
}
