package dev.retune.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retune.TestData;
import dev.retune.dataset.DatasetReader;
import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Windows;
import dev.retune.file.Json;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.PassageVectors;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.Searcher;
import dev.retune.retrieval.VectorCache;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What settings alone give the untuned model on Uber, whose passages are mostly longer than the
/// model reads: windows, the query prompt, BM25 joined.
///
/// The passages are embedded once for each kind and kept under `target/benchmark`; that takes about
/// 70 seconds a kind on two cores. The weight of BM25 is the even one: nothing is chosen on Uber.
@Tag("benchmark")
class LongPassagesTest {
  private static final Logger LOG = LoggerFactory.getLogger(LongPassagesTest.class);
  private static final Path FOLDER = Path.of("target", "benchmark");
  private static final String PROMPT = "Represent this sentence for searching relevant passages: ";

  private final RetrievalSet set =
      DatasetReader.read(TestData.shared("lyft-uber/val_dataset.json"), null);
  private final Map<String, Evaluation> found = new LinkedHashMap<>();

  @Test
  void windowsPromptAndBm25EachBringTheirShare() throws Exception {
    var folder = PublishedModel.folder(FOLDER.resolve("home"));
    var cache = new VectorCache(FOLDER.resolve("vectors"));
    var plain = EmbedOptions.defaults().withPrompts(Prompts.NONE);
    var prompted = plain.withPrompts(new Prompts(PROMPT, ""));
    var corpus = set.corpus();
    try (var bare = LocalEmbedder.open(folder, plain);
        var asking = LocalEmbedder.open(folder, prompted);
        var words = new Bm25Searcher(corpus)) {
      // No prompt stands before passages, so both embedders have the same vectors for them.
      var whole = PassageVectors.of(bare, corpus.values(), null, cache, Progress.none());
      var windows =
          PassageVectors.of(bare, corpus.values(), Windows.RECOMMENDED, cache, Progress.none());
      measure("plain", new VectorSearcher(bare, corpus, whole));
      measure("windows", new VectorSearcher(bare, corpus, windows));
      measure("prompt", new VectorSearcher(asking, corpus, whole));
      var best = new VectorSearcher(asking, corpus, windows);
      measure("windows, prompt", best);
      measure("BM25", words);
      measure("plain, BM25", hybrid(new VectorSearcher(bare, corpus, whole), words));
      measure("windows, prompt, BM25", hybrid(best, words));
    }
    Json.write(FOLDER.resolve("long-passages.json"), record());
    assertNdcg("plain", .6583);
    assertNdcg("windows", .7709);
    assertNdcg("windows, prompt", .8007);
    assertNdcg("windows, prompt, BM25", .8643);
  }

  private static HybridSearcher hybrid(VectorSearcher model, Bm25Searcher words) {
    return new HybridSearcher(model, words, HybridSearcher.EQUAL);
  }

  private void measure(String name, Searcher searcher) {
    var evaluation =
        RetrievalEvaluator.evaluate(searcher, set, EvaluationOptions.STANDARD, Progress.none());
    found.put(name, evaluation);
    LOG.info(
        "%-22s accuracy@5 %.4f  MRR@10 %.4f  NDCG@10 %.4f"
            .formatted(
                name,
                evaluation.metric("accuracy@5"),
                evaluation.metric("mrr@10"),
                evaluation.metric("ndcg@10")));
  }

  private void assertNdcg(String name, double expected) {
    var evaluation = found.get(name);
    assertThat(evaluation).as(name).isNotNull();
    assertThat(evaluation.metric("ndcg@10")).as(name).isCloseTo(expected, within(.005));
  }

  private Map<String, Object> record() throws Exception {
    var metrics = new LinkedHashMap<String, Map<String, Double>>();
    found.forEach((name, evaluation) -> metrics.put(name, evaluation.metrics()));
    var record = new LinkedHashMap<String, Object>();
    record.put("schema_version", 1);
    record.put("sources", GitState.now());
    record.put("machine", Machine.here());
    record.put("windows", Windows.RECOMMENDED);
    record.put("metrics", metrics);
    return record;
  }
}
