package dev.retune.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.dataset.DatasetReader;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Similarity;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.InformationRetrievalCsv;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.Truncation;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The untuned model of the published experiment, measured on Uber: cls pooling, 512 tokens, no
/// prompt. Plain BM25 on the same questions is far above it (NDCG@10 .8166).
@Tag("benchmark")
class PublishedBaseTest {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedBaseTest.class);
  private static final Path HOME = Path.of("target", "benchmark", "home");

  @Test
  void baseFiguresAreThePublishedOnes() {
    var set = DatasetReader.read(TestData.shared("lyft-uber/val_dataset.json"), null);
    var csv = TestData.shared("lyft-uber/" + InformationRetrievalCsv.fileName("bge"));
    var published = InformationRetrievalCsv.read(csv).getFirst().metrics().get(Similarity.COSINE);
    var options = EmbedOptions.defaults().withPrompts(Prompts.NONE);
    try (var embedder = LocalEmbedder.open(PublishedModel.folder(HOME), options);
        var searcher = new VectorSearcher(embedder, set.corpus(), Progress.none());
        var words = new Bm25Searcher(set.corpus())) {
      var base =
          RetrievalEvaluator.evaluate(searcher, set, EvaluationOptions.STANDARD, Progress.none());
      var bm25 =
          RetrievalEvaluator.evaluate(words, set, EvaluationOptions.STANDARD, Progress.none());
      LOG.info("base {}", base.metrics());
      LOG.info("BM25 {}", bm25.metrics());
      LOG.info("{}", Truncation.of(embedder, set));
      assertThat(rounded(base.metrics()))
          .containsEntry("accuracy@1", ".5089")
          .containsEntry("accuracy@5", ".7291")
          .containsEntry("accuracy@10", ".8139")
          .containsEntry("mrr@10", ".6089")
          .containsEntry("ndcg@10", ".6583")
          .containsAllEntriesOf(rounded(published));
      assertThat(bm25.metric("ndcg@10")).isGreaterThan(.81);
    }
  }

  private static Map<String, String> rounded(Map<String, Double> metrics) {
    var rounded = new LinkedHashMap<String, String>();
    metrics.forEach((name, value) ->
        rounded.put(name, String.format(Locale.ROOT, "%.4f", value).replaceFirst("^0", "")));
    return rounded;
  }
}
