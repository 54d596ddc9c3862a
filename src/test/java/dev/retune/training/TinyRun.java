package dev.retune.training;

import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.Model;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/// Runs small enough for tests: the random BERT of the fixtures, sentences of random words,
/// questions made of words of their passage.
public final class TinyRun {
  static final List<String> WORDS =
      List.of(
          "seal ring gasket valve pump filter torque bolt nut shaft bearing motor cable fuse relay sensor switch lever spring plate cover housing oil grease water air pressure heat cold speed load limit change check clean replace tighten loosen measure hour day week month year"
              .split(" "));

  /// A batch of 8, a checkpoint every 20 steps, 200 steps; one thread, for the steps are tiny.
  static final TrainingSettings SETTINGS =
      TrainingSettings.recommended()
          .edit()
          .threads(1)
          .batchSize(8)
          .epochs(25)
          .learningRate(1e-3)
          .evaluation(new EvaluationSettings(40, "ndcg@10"))
          .checkpoints(new CheckpointSettings(20, 2))
          .build();

  private TinyRun() {}

  static RunFolder create(Path runs, TrainingSettings settings) {
    return create(runs, settings, Fixtures.model(), data(64));
  }

  static RunFolder create(Path runs, TrainingSettings settings, Model base, TrainingData data) {
    return RunFolder.create(
        runs,
        "Tiny run",
        base,
        folder ->
            new RunConfiguration.DatasetReference(
                "tiny",
                DatasetFolder.write(
                    folder, data, new DatasetInfo("tiny", Instant.EPOCH, "a test"))),
        settings,
        "0.1.0");
  }

  /// 64 training pairs, 30 validation and 20 test questions.
  public static TrainingData data(int pairs) {
    var random = new Random(5);
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    for (var i = 0; i < pairs; i++) {
      add(random, corpus, queries, "t" + i);
      rows.add(new PairRow("qt" + i, "pt" + i, Split.TRAIN));
    }
    var evaluation = new EnumMap<Split, RetrievalSet>(Split.class);
    evaluation.put(Split.VALIDATION, set(random, corpus, queries, "v", 30));
    evaluation.put(Split.TEST, set(random, corpus, queries, "e", 20));
    return new TrainingData(Shape.PAIRS, corpus, queries, rows, evaluation);
  }

  private static RetrievalSet set(
      Random random,
      Map<String, String> corpus,
      Map<String, String> queries,
      String prefix,
      int count) {
    var passages = new LinkedHashMap<String, String>();
    var questions = new LinkedHashMap<String, String>();
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    for (var i = 0; i < count; i++) {
      add(random, passages, questions, prefix + i);
      qrels.put("q" + prefix + i, Map.of("p" + prefix + i, 1.0));
    }
    corpus.putAll(passages);
    queries.putAll(questions);
    return new RetrievalSet(passages, questions, qrels);
  }

  private static void add(
      Random random, Map<String, String> corpus, Map<String, String> queries, String id) {
    var words = new ArrayList<String>();
    for (var i = 0; i < 12; i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    corpus.put("p" + id, String.join(" ", words) + ".");
    queries.put("q" + id, "%s %s %s?".formatted(words.get(1), words.get(5), words.get(8)));
  }

  /// How the tests start a worker. Java with little memory.
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  static LaunchCommand command() {
    return new LaunchCommand(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            WorkerMain.class.getName()));
  }

  /// Waits until an event of the run is as wanted.
  static <E extends RunEvent> E await(RunFolder run, Class<E> type, Predicate<E> wanted)
      throws InterruptedException {
    var deadline = Instant.now().plus(Duration.ofSeconds(180));
    while (Instant.now().isBefore(deadline)) {
      for (var event : run.events()) {
        if (type.isInstance(event) && wanted.test(type.cast(event))) {
          return type.cast(event);
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no such " + type.getSimpleName() + "; state " + run.state());
  }

  static void awaitState(RunFolder run, RunState state) throws InterruptedException {
    var deadline = Instant.now().plus(Duration.ofSeconds(180));
    while (run.state() != state) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("still " + run.state() + ", not " + state);
      }
      Thread.sleep(20);
    }
  }
}
