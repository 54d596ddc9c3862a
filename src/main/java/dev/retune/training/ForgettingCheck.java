package dev.retune.training;

import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.Model;
import dev.retune.encoder.Prompts;
import dev.retune.file.Json;
import dev.retune.file.Sha256;
import dev.retune.retrieval.Bootstrap;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.training.general.GeneralLanguage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks base and tuned model the general questions that travel with the program, with the same
/// prompts. What the base answers is kept beside the runs, so that it is asked once.
///
/// @param kept folder of the base models' answers; made when needed
record ForgettingCheck(Prompts prompts, long seed, Path kept) {
  private static final Logger LOG = LoggerFactory.getLogger(ForgettingCheck.class);

  private static final String METRIC = "ndcg@10";

  /// A language in which the base does worse is not one that it knows.
  private static final double KNOWN = .5;

  /// Beside the run, hidden from the list of runs.
  static ForgettingCheck of(RunFolder run, RunInputs inputs) {
    return new ForgettingCheck(
        inputs.prompts(), inputs.settings().seed(), run.path().resolveSibling(".general"));
  }

  Forgetting run(Model base, Model tuned) {
    var languages = new ArrayList<Forgetting.InLanguage>();
    var options = EmbedOptions.defaults().withPrompts(prompts);
    try (var before = base.open(options, UnaryOperator.identity());
        var after = tuned.open(options, UnaryOperator.identity())) {
      for (var language : GeneralLanguage.values()) {
        var untuned = untuned(language, before);
        if (untuned.score(METRIC) < KNOWN) {
          continue;
        }
        var now = ask(language, after);
        languages.add(
            new Forgetting.InLanguage(
                language.code(),
                untuned.perQuery().size(),
                untuned.score(METRIC),
                now.score(METRIC),
                Bootstrap.paired(
                    untuned.values(METRIC), now.values(METRIC), Bootstrap.RESAMPLES, seed)));
      }
    }
    return new Forgetting(METRIC, languages);
  }

  private static StoredEvaluation ask(GeneralLanguage language, Embedder embedder) {
    return new Quality(language.set(), RetrievalSettings.PLAIN, List.of())
        .of(embedder, Progress.none());
  }

  private StoredEvaluation untuned(GeneralLanguage language, Embedder base) {
    var set = language.set();
    var key = Sha256.of(base.fingerprint() + "\n" + set);
    var file = kept.resolve(language.code() + "-" + key.substring(0, 24) + ".json");
    try {
      if (Files.exists(file)) {
        return Json.read(file, StoredEvaluation.class);
      }
    } catch (ProblemException e) {
      LOG.warn("{} is damaged and is made anew: {}", file, e.getMessage());
    }
    var answered = ask(language, base);
    try {
      Json.write(file, answered);
    } catch (ProblemException e) {
      // The figures themselves are good; only the next run asks again.
      LOG.warn("{} could not be kept: {}", file, e.getMessage());
    }
    return answered;
  }
}
