package dev.retune.ui.compare;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.NoLocator;
import dev.retune.document.PageRange;
import dev.retune.document.PdfLocator;
import dev.retune.model.Lineage;
import dev.retune.model.ModelEntry;
import dev.retune.retrieval.Comparison;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.Interval;
import dev.retune.retrieval.MetricRow;
import dev.retune.retrieval.QueryOutcome;
import dev.retune.retrieval.Verdict;
import dev.retune.task.Progress;
import dev.retune.workflow.Scoring;
import dev.retune.workflow.SideBySide;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// Models that answer as the test says.
final class SampleComparing implements Comparing {
  private static final String[] PASSAGES = {
    "Seals › Fitting|The gland follower is seated by hand until it meets the packing. Tighten the"
        + " M8 gland nuts in turn, a quarter of a turn at a time, to 14 N m. Do not exceed this"
        + " value: the lantern ring is brittle.",
    "Service plan|QX filters are changed every 500 hours and always after a bearing has failed. The"
        + " KL strainer is rinsed at the same time.",
    "Lubrication › Oils|Below 5 °C the thrust bearing housing is filled with HV-32; above it with"
        + " HV-46. The two must not be mixed.",
    "Faults › Starting|A pump that hums without turning has lost one phase or is seized. Switch it"
        + " off at once and turn the shaft by hand.",
    "Seals › Parts|The seal chamber lies between the back plate and the bearing bracket. Its drain"
        + " must stay open.",
    "Couplings|Torque the coupling bolts crosswise to 32 N m with the shaft at rest. Mark each bolt"
        + " with paint.",
    "Storage|Store packing rings flat and dry. Rings kept on a nail take an oval shape and leak for"
        + " ever after.",
    "Baseplate|Grout the baseplate, wait two days and tighten the foundation nuts to the torque of"
        + " table 9.",
    "Motor|The nut of the terminal box takes 3 N m. More splits the cover.",
    "Test run|Run the pump for ten minutes at no load, note vibration and the leakage of the"
        + " gland.",
    "Index|Gland nut 14, 22. Gland packing 12. Guard 40.",
    "Tools|Torque wrench 5 to 60 N m, feeler gauges, packing hook, two spanners of 13 mm.",
  };

  private static final ModelEntry BASE =
      new ModelEntry(
          "bge-small-en-v1.5",
          "bge-small-en-v1.5",
          Path.of("/models/bge"),
          ModelEntry.Kind.BASE,
          Instant.EPOCH,
          null,
          133_000_000);

  final List<ModelEntry> tuned =
      new ArrayList<>(List.of(tuned("run-3", "Run 3"), tuned("run-2", "Run 2")));

  /// Holds the answers to questions that contain "slow" back.
  boolean severalWays;

  final Semaphore slow = new Semaphore(0);

  final List<String> opened = new ArrayList<>();

  static ModelEntry tuned(String run, String name) {
    return new ModelEntry(
        run,
        name,
        Path.of("/models/" + run),
        ModelEntry.Kind.TUNED,
        Instant.parse("2026-11-20T09:00:00Z"),
        new Lineage("bge-small-en-v1.5", "f", "d", "pumps", run, Map.of(), Map.of()),
        133_000_000);
  }

  @Override
  public Models models() {
    return new Models(List.of(BASE), tuned, "1");
  }

  @Override
  public Opened open(ModelEntry base, ModelEntry model, Progress progress) {
    opened.add(model.id());
    return new Ready(base, model);
  }

  static UUID id(int passage) {
    return UUID.nameUUIDFromBytes(("p" + passage).getBytes(StandardCharsets.UTF_8));
  }

  private static Chunk chunk(int passage) {
    var parts = PASSAGES[passage].split("\\|");
    return new Chunk(
        id(passage),
        id(99),
        passage,
        parts[1],
        List.of(parts[0].split(" › ")),
        40,
        passage == 10
            ? new NoLocator()
            : new PdfLocator(List.of(new PageRange(10 + passage, 0, 10, List.of()))));
  }

  private final class Ready implements Opened {
    private final ModelEntry base;
    private final ModelEntry model;

    Ready(ModelEntry base, ModelEntry model) {
      this.base = base;
      this.model = model;
    }

    @Override
    public ModelEntry base() {
      return base;
    }

    @Override
    public ModelEntry tuned() {
      return model;
    }

    @Override
    public List<Question> questions() {
      var list = new ArrayList<Question>();
      list.add(new Question("q0", "What torque does the M8 gland nut take?"));
      list.add(new Question("q1", "How often is the QX filter changed?"));
      list.add(new Question("q2", "Which oil goes into the thrust bearing housing in winter?"));
      for (var i = 3; i < 60; i++) {
        list.add(new Question("q" + i, "Why does the pump hum without turning (" + i + ")?"));
      }
      return list;
    }

    @Override
    public String document(Chunk chunk) {
      return "TM-12 Gland and seal manual.pdf";
    }

    @Override
    public String prompt() {
      return "Represent this sentence for searching relevant passages: ";
    }

    @Override
    public SideBySide ask(String question, Progress progress) {
      if (question.contains("slow")) {
        slow.acquireUninterruptibly();
      }
      var judged = !question.contains("slow") && !question.contains("fast");
      var right = question.contains("QX") ? 1 : 0;
      var before =
          order(
              right == 0
                  ? new int[] {5, 8, 7, 1, 0, 2, 3, 4, 9, 6}
                  : new int[] {1, 0, 2, 3, 4, 5, 6, 7, 8, 9});
      var after =
          order(
              right == 0
                  ? new int[] {0, 5, 8, 11, 9, 10, 7, 1, 2, 4}
                  : new int[] {0, 2, 1, 3, 4, 5, 6, 7, 8, 10});
      var words = order(new int[] {0, 8, 10, 5, 9, 7, 11, 1, 3, 4});
      return new SideBySide(
          question,
          judged,
          rows(before, before, judged ? right : -1, .71, .008),
          rows(after, before, judged ? right : -1, .83, .03),
          rows(words, before, judged ? right : -1, 9.2, .7));
    }

    private List<Integer> order(int... passages) {
      return java.util.Arrays.stream(passages).boxed().toList();
    }

    private List<SideBySide.Result> rows(
        List<Integer> found, List<Integer> before, int right, double score, double step) {
      var rows = new ArrayList<SideBySide.Result>();
      for (var i = 0; i < found.size(); i++) {
        rows.add(
            new SideBySide.Result(
                i + 1,
                before.indexOf(found.get(i)) + 1,
                chunk(found.get(i)),
                score - i * step,
                found.get(i) == right));
      }
      return rows;
    }

    @Override
    public Optional<Measured> measure(Progress progress) {
      var outcomes = new ArrayList<QueryOutcome>();
      outcomes.add(new QueryOutcome("q0", 5, 1, 1, .8, QueryOutcome.Kind.WON));
      outcomes.add(new QueryOutcome("q1", 1, 3, 8, -.67, QueryOutcome.Kind.LOST));
      outcomes.add(new QueryOutcome("q2", 0, 2, 0, .5, QueryOutcome.Kind.WON));
      for (var i = 3; i < 60; i++) {
        outcomes.add(new QueryOutcome("q" + i, 2, 2, 1, 0, QueryOutcome.Kind.SAME));
      }
      var table =
          List.of(
              row("accuracy@1", .52, .61, .55),
              row("accuracy@5", .73, .83, .79),
              row("accuracy@10", .81, .89, .84),
              row("mrr@10", .6089, .7014, .66),
              row("ndcg@10", .6583, .7412, .7022),
              row("map@100", .61, .70, .66),
              row("recall@100", .94, .96, .93));
      var none = new Evaluation("none", Map.of(), Map.of(), Map.of());
      var plain = new Comparison(none, none, none, outcomes, table);
      var ways = new EnumMap<Scoring.Kind, Comparison>(Scoring.Kind.class);
      ways.put(Scoring.Kind.PLAIN, plain);
      if (severalWays) {
        ways.put(Scoring.Kind.WINDOWS, way(.79, .85));
        ways.put(Scoring.Kind.HYBRID, way(.86, .90));
      }
      return Optional.of(new Measured(Split.TEST, 60, 412, plain, ways));
    }

    private static Comparison way(double base, double tuned) {
      var none = new Evaluation("none", Map.of(), Map.of(), Map.of());
      return new Comparison(
          none, none, none, List.of(), List.of(row("accuracy@5", base, tuned, .79)));
    }

    private static MetricRow row(String metric, double base, double tuned, double bm25) {
      var gain = tuned - base;
      return new MetricRow(
          metric,
          base,
          tuned,
          bm25,
          new Interval(gain, gain - .03, gain + .03),
          new Interval(tuned - bm25, -.01, .09),
          Verdict.of(new Interval(gain, gain - .03, gain + .03), 60));
    }

    @Override
    public void close() {}
  }
}
