package dev.retune.training;

import dev.retune.encoder.ModelCard;
import dev.retune.retrieval.RetrievalSettings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The model card of a tuned model: where it comes from and how it does.
final class ReportCard {
  private static final List<String> METRICS =
      List.of("accuracy@1", "accuracy@5", "accuracy@10", "mrr@10", "ndcg@10");

  private ReportCard() {}

  /// @param result on the validation split; null if the weights were not measured
  static ModelCard of(
      RunFolder run, RunInputs inputs, int step, RunReport.@Nullable Result result) {
    var configuration = run.configuration();
    var text = new StringBuilder();
    text.append(
        "Tuned with Retune from `%s` on the dataset “%s”.\n\n"
            .formatted(configuration.base().id(), configuration.dataset().name()));
    text.append("Weights of step %d of %d.".formatted(step, inputs.plan().totalSteps()));
    if (result == null) {
      text.append(" Not measured on the validation split.\n");
    } else {
      measured(text, inputs.settings().dimensions(), result);
    }
    text.append(searching(inputs.settings().retrieval()));
    text.append("\nDataset fingerprint: `%s`\n".formatted(configuration.dataset().fingerprint()));
    text.append("Base fingerprint: `%s`\n".formatted(configuration.base().fingerprint()));
    return new ModelCard(configuration.name(), tags(inputs.settings()), text.toString());
  }

  private static void measured(
      StringBuilder text, List<Integer> dimensions, RunReport.Result result) {
    text.append(
        " %d questions over %d passages of the validation split:\n\n"
            .formatted(result.queries(), result.corpus()));
    text.append("| metric | base | tuned | BM25 |\n| --- | --- | --- | --- |\n");
    for (var metric : METRICS) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.4f | %.4f | %.4f |%n",
              metric,
              result.base().getOrDefault(metric, 0.0),
              result.tuned().getOrDefault(metric, 0.0),
              result.bm25().getOrDefault(metric, 0.0)));
    }
    var hybrid = result.hybrid();
    if (hybrid != null) {
      text.append("\nJoined with BM25:\n\n| metric | base | tuned |\n| --- | --- | --- |\n");
      for (var metric : METRICS) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %.4f | %.4f |%n",
                metric,
                hybrid.base().getOrDefault(metric, 0.0),
                hybrid.tuned().getOrDefault(metric, 0.0)));
      }
    }
    cut(text, dimensions, result);
  }

  private static List<String> tags(TrainingSettings settings) {
    return settings.dimensions().isEmpty()
        ? List.of("feature-extraction")
        : List.of("feature-extraction", "loss:MatryoshkaLoss");
  }

  /// How to take shorter vectors, and what they cost in quality.
  private static void cut(StringBuilder text, List<Integer> dimensions, RunReport.Result result) {
    var measured = result.dimensions();
    if (dimensions.isEmpty() || measured == null) {
      return;
    }
    text.append(
        """

        ## Shorter vectors

        Trained so that the first numbers of a vector can stand for all of them:

        ```python
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer("path/to/this/folder", truncate_dim=%d)
        ```

        | truncate_dim | ndcg@10 of the base | ndcg@10 tuned | accuracy@5 tuned |
        | --- | --- | --- | --- |
        """
            .formatted(dimensions.getLast()));
    measured.forEach((dimension, cut) ->
        text.append(
            String.format(
                Locale.ROOT,
                "| %d | %.4f | %.4f | %.4f |%n",
                dimension,
                cut.base().getOrDefault("ndcg@10", 0.0),
                cut.tuned().getOrDefault("ndcg@10", 0.0),
                cut.tuned().getOrDefault("accuracy@5", 0.0))));
  }

  /// How the model is searched as it was trained to be; empty where that is the usual way.
  private static String searching(RetrievalSettings settings) {
    if (settings.equals(RetrievalSettings.PLAIN)) {
      return "";
    }
    var text = new StringBuilder("\n## Searching\n\n");
    var windows = settings.windows();
    if (windows != null) {
      text.append(
          """
          Long passages are read in windows of %d tokens (prompt and special tokens included), one \
          every %d tokens of the text; each window has a vector, and a passage scores by its best.
          """
              .formatted(windows.size(), windows.step()));
    }
    var weight = settings.hybridWeight();
    if (weight != null) {
      text.append(
          """
          The model is joined with BM25: for a question, both sides' scores of all passages become \
          z-scores, and a passage has %s × BM25 + %s × model.
          """
              .formatted(
                  String.format(Locale.ROOT, "%.3g", weight),
                  String.format(Locale.ROOT, "%.3g", 1 - weight)));
    }
    return text.append(
            """

            `retrieval.json` holds these settings; `retrieve.py` (sentence-transformers) and \
            `Retrieve.java` (Retune's jars) search by them:

                python retrieve.py passages.txt "a question"
            """)
        .toString();
  }
}
