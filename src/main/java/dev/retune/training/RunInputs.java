package dev.retune.training;

import dev.retune.dataset.ClassRow;
import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Model;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Precision;
import dev.retune.encoder.Prompts;
import dev.retune.text.Problem;
import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a run starts from, read from its folder and checked against `run.json`.
///
/// @param prompts the same for base and tuned model, in training and evaluation
/// @param data the main dataset
/// @param examples to learn from, those of auxiliary datasets behind those of the main one
/// @param test null if the dataset has none or it is not wanted
/// @param auxiliary datasets that are learned from beside the main one
record RunInputs(
    TrainingSettings settings,
    Model base,
    Prompts prompts,
    TrainingData data,
    List<Example> examples,
    RetrievalSet validation,
    @Nullable RetrievalSet test,
    BatchPlan plan,
    List<AuxiliaryData> auxiliary) {

  /// What [Quality] measures.
  private static final Pattern METRIC =
      Pattern.compile("(accuracy|precision|recall|mrr|ndcg|map)@(1|3|5|10|100)");

  /// With one dataset only.
  RunInputs(
      TrainingSettings settings,
      ModelFolder base,
      Prompts prompts,
      TrainingData data,
      List<Example> examples,
      RetrievalSet validation,
      @Nullable RetrievalSet test,
      BatchPlan plan) {
    this(settings, base, prompts, data, examples, validation, test, plan, List.of());
  }

  /// @throws dev.retune.text.ProblemException if the base model or the dataset is not the one that
  ///   the run was made for, or the dataset cannot be trained on
  static RunInputs read(RunFolder run) {
    RunFile.refuseUnknown(run.path().resolve(RunFolder.CONFIGURATION));
    var configuration = run.configuration();
    var base = Model.read(run.baseFolder());
    if (!base.fingerprint().equals(configuration.base().fingerprint())) {
      throw Problem.of(RunInputs.class, "base.changed", run.baseFolder().toString()).exception();
    }
    var data = DatasetFolder.read(run.datasetFolder());
    var fingerprint = DatasetFolder.fingerprint(run.datasetFolder());
    if (!fingerprint.equals(configuration.dataset().fingerprint())) {
      throw Problem.of(RunInputs.class, "dataset.changed", run.id()).exception();
    }
    return of(
        configuration.dataset().name(),
        base,
        data,
        configuration.settings(),
        AuxiliaryFolders.read(run));
  }

  /// @param name of the main dataset
  /// @throws dev.retune.text.ProblemException if the settings do not fit the base model, or a
  ///   dataset cannot be trained on
  static RunInputs of(
      String name,
      Model base,
      TrainingData data,
      TrainingSettings settings,
      List<AuxiliaryData> auxiliary) {
    MethodCheck.check(settings, base);
    settings.checkFits(base.dimension());
    var metric = settings.evaluation().metric();
    if (!METRIC.matcher(metric).matches()) {
      throw Problem.of(RunInputs.class, "metric.unknown", metric).exception();
    }
    var parts = new ArrayList<Mixture.Part>();
    parts.add(part(name, data, settings.loss(), null, 0, settings));
    for (var each : auxiliary) {
      parts.add(
          part(each.info().name(), each.data(), each.loss(), each.share(), parts.size(), settings));
    }
    var learned = parts.stream().flatMap(part -> part.examples().stream()).toList();
    var main = parts.getFirst();
    var plan =
        parts.size() == 1
            ? BatchPlan.of(learned, settings, main.conflicts())
            : Mixture.of(parts, settings);
    if (plan.totalSteps() == 0) {
      throw settings.dropLast() && learned.size() > 1
          ? Problem.of(RunInputs.class, "dataset.unfilled", settings.batchSize()).exception()
          : Problem.of(RunInputs.class, "dataset.tooSmall", learned.size()).exception();
    }
    var test = settings.testAtEnd() && data.hasEvaluation(Split.TEST);
    return new RunInputs(
        settings,
        base,
        prompts(base, settings),
        data,
        learned,
        data.evaluation(Split.VALIDATION),
        test ? data.evaluation(Split.TEST) : null,
        plan,
        auxiliary);
  }

  private static Mixture.Part part(
      String name,
      TrainingData data,
      LossSettings loss,
      @Nullable Double share,
      int source,
      TrainingSettings settings) {
    var examples = Examples.of(data, loss).stream().map(each -> each.in(source)).toList();
    var conflicts =
        settings.noDuplicates() && loss.ranks()
            ? new Conflicts(examples, data.queries(), data.corpus(), positives(data))
            : null;
    var learned = conflicts == null ? examples : conflicts.marked();
    return new Mixture.Part(name, learned, loss, conflicts, share);
  }

  /// The losses of the datasets, the main one's first.
  List<LossSettings> losses() {
    return Stream.concat(Stream.of(settings.loss()), auxiliary.stream().map(AuxiliaryData::loss))
        .toList();
  }

  /// These inputs, computed in `precision`.
  RunInputs in(Precision precision) {
    return with(settings.edit().precision(precision).build(), plan);
  }

  /// These inputs with other settings of how batches are made and learned from.
  RunInputs edited(TrainingSettings other) {
    return of("", base, data, other, auxiliary);
  }

  private RunInputs with(TrainingSettings settings, BatchPlan plan) {
    return new RunInputs(
        settings, base, prompts, data, examples, validation, test, plan, auxiliary);
  }

  /// What is put before the texts: what was chosen, else what the model asks for.
  static Prompts prompts(Model base, TrainingSettings settings) {
    return new Prompts(
        orElse(settings.queryPrompt(), base.prompts().query()),
        orElse(settings.passagePrompt(), base.prompts().passage()));
  }

  private static String orElse(@Nullable String chosen, String otherwise) {
    return chosen == null ? otherwise : chosen;
  }

  /// For each query text the texts of all passages known to answer it, in any split.
  private static Map<String, Set<String>> positives(TrainingData data) {
    var positives = new HashMap<String, Set<String>>();
    for (var row : data.rows()) {
      switch (row) {
        case PairRow pair when pair.relevance() > 0 ->
            add(positives, data, pair.query(), pair.passage());
        case TripletRow triplet -> add(positives, data, triplet.query(), triplet.positive());
        case PairRow _, ScoredRow _, LabelledRow _, ClassRow _ -> {}
      }
    }
    for (var set : data.evaluation().values()) {
      set.qrels()
          .forEach((query, judged) ->
              judged.forEach((passage, relevance) -> {
                if (relevance > 0) {
                  add(positives, data, query, passage);
                }
              }));
    }
    return positives;
  }

  private static void add(
      Map<String, Set<String>> positives, TrainingData data, String query, String passage) {
    positives
        .computeIfAbsent(
            Conflicts.same(data.queries().getOrDefault(query, "")), _ -> new HashSet<>())
        .add(Conflicts.same(data.corpus().getOrDefault(passage, "")));
  }

  /// The base model, whose weights are on this machine, with its vectors scaled as the tuned
  /// model's are to be.
  ///
  /// @throws dev.retune.text.ProblemException if it is behind an address
  ModelFolder encoder() {
    var folder = base.onThisMachine();
    return settings.normalize() == null ? folder : folder.withNormalize(settings.normalize());
  }

  /// The examples of each batch of `step`, which counts from 1.
  List<List<Example>> batches(int step) {
    return plan.step(step).stream().map(batch -> examples(step, batch)).toList();
  }

  private List<Example> examples(int step, int[] batch) {
    var negatives = new Negatives(settings.negatives());
    return Arrays.stream(batch)
        .mapToObj(index ->
            negatives.of(
                examples.get(index),
                Derived.seed(settings.seed(), Derived.Purpose.NEGATIVES, step, index)))
        .toList();
  }

  /// The first batch of each dataset that has one, in their order.
  List<List<Example>> firstBatches() {
    var first = new TreeMap<Integer, List<Example>>();
    for (var step = 1; step <= plan.totalSteps() && first.size() <= auxiliary.size(); step++) {
      batches(step).forEach(batch -> first.putIfAbsent(batch.getFirst().source(), batch));
    }
    return List.copyOf(first.values());
  }

  /// The text with its side's prompt in front.
  String text(TextKey key) {
    return prompts.of(key.side()) + plain(key);
  }

  /// The text as it stands in its dataset.
  String plain(TextKey key) {
    var from = key.source() == 0 ? data : auxiliary.get(key.source() - 1).data();
    var texts = key.side() == InputType.QUERY ? from.queries() : from.corpus();
    return texts.getOrDefault(key.id(), "");
  }

  /// The greatest length of a text in tokens; windows are bounded by their size instead.
  int limit(TextKey key) {
    if (!key.whole()) {
      return base.maxTokens();
    }
    return key.side() == InputType.QUERY ? maxQueryTokens() : maxPassageTokens();
  }

  int maxQueryTokens() {
    return limit(settings.maxQueryTokens());
  }

  int maxPassageTokens() {
    return limit(settings.maxPassageTokens());
  }

  private int limit(int chosen) {
    return chosen == 0 ? base.maxTokens() : Math.min(chosen, base.maxTokens());
  }
}
