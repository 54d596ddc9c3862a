package dev.retune.training.preflight;

import dev.retune.dataset.Split;
import dev.retune.encoder.InputType;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.util.List;
import java.util.Locale;

/// Something about data or settings that a person should know before training, with its numbers;
/// [#problem] says it in words, with a remedy.
public sealed interface Finding {

  /// A warning unless it says otherwise.
  default Severity severity() {
    return Severity.WARNING;
  }

  Problem problem();

  private static Problem say(String key, Object... args) {
    return Problem.of(Finding.class, key, args);
  }

  private static Text word(Enum<?> value) {
    return Text.of(Finding.class, value.name().toLowerCase(Locale.ROOT));
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  private static String whole(long number) {
    return Long.toString(number);
  }

  /// The training would be refused, for the reason that the problem gives.
  record Refused(Problem problem) implements Finding {
    @Override
    public Severity severity() {
      return Severity.BLOCKING;
    }
  }

  /// Texts that are cut.
  ///
  /// @param count how many texts are longer than the limit
  /// @param share of all texts of that side, 0 to 1
  /// @param limit tokens that are read, prompt and special tokens included
  /// @param longest tokens of the longest text
  record Truncated(InputType side, int count, double share, int limit, int longest)
      implements Finding {
    private static final double MUCH = .1;

    @Override
    public Severity severity() {
      return share > MUCH ? Severity.WARNING : Severity.NOTE;
    }

    @Override
    public Problem problem() {
      var key = side == InputType.QUERY ? "truncated.queries" : "truncated.passages";
      return say(key, whole(count), percent(share), whole(limit), whole(longest));
    }
  }

  /// Questions that are measured and also trained on, alike or nearly so.
  ///
  /// @param count how many questions of `split`
  /// @param of how many questions the split has
  /// @param trained the training question of the most similar pair
  /// @param measured the question of `split` of that pair
  /// @param similarity Jaccard similarity of their shingles; 1: the same text
  record SharedQuestions(
      Split split, int count, int of, String trained, String measured, double similarity)
      implements Finding {
    @Override
    public Problem problem() {
      return say(
          "shared.questions",
          whole(count),
          whole(of),
          word(split),
          Excerpt.of(trained),
          Excerpt.of(measured),
          percent(similarity));
    }
  }

  /// Passages that answer both training questions and measured ones, alike or nearly so.
  ///
  /// @param count how many answering passages of `split`
  /// @param of how many answering passages the split has
  /// @param trained the training passage of the most similar pair
  /// @param measured the passage of `split` of that pair
  /// @param similarity Jaccard similarity of their shingles; 1: the same text
  record SharedPassages(
      Split split, int count, int of, String trained, String measured, double similarity)
      implements Finding {
    private static final double MANY = .05;

    @Override
    public Severity severity() {
      return count > MANY * of ? Severity.WARNING : Severity.NOTE;
    }

    @Override
    public Problem problem() {
      return say(
          "shared.passages",
          whole(count),
          whole(of),
          word(split),
          Excerpt.of(trained),
          Excerpt.of(measured),
          percent(similarity));
    }
  }

  /// Training rows that stand there more than once.
  ///
  /// @param count rows that repeat an earlier one
  /// @param example first text of the first of them
  record Repeated(int count, String example) implements Finding {
    @Override
    public Severity severity() {
      return Severity.NOTE;
    }

    @Override
    public Problem problem() {
      return say("repeated", whole(count), Excerpt.of(example));
    }
  }

  /// Texts without words, or of a single word.
  ///
  /// @param empty how many have no word
  /// @param oneWord how many have one
  /// @param ids of the first ten of them
  record Wordless(InputType side, int empty, int oneWord, List<String> ids) implements Finding {
    public Wordless {
      ids = List.copyOf(ids);
    }

    @Override
    public Problem problem() {
      var key = side == InputType.QUERY ? "wordless.queries" : "wordless.passages";
      return say(key, whole(empty), whole(oneWord), String.join(", ", ids));
    }
  }

  /// A training question whose answering passage the base model does not find.
  ///
  /// @param rank of the passage for the question; an estimate where passages were sampled
  record Miss(String queryId, String question, String passageId, String passage, int rank) {}

  /// Answering passages that the base model does not rank among the first.
  ///
  /// @param depth within which they should stand
  /// @param checked how many questions were asked
  /// @param passages how many passages they were asked of
  /// @param sampled whether that was a sample, and the ranks are estimates
  /// @param misses worst first
  record Unranked(int depth, int checked, int passages, boolean sampled, List<Miss> misses)
      implements Finding {
    private static final double MANY = .1;

    public Unranked {
      misses = List.copyOf(misses);
    }

    @Override
    public Severity severity() {
      return misses.size() > MANY * checked ? Severity.WARNING : Severity.NOTE;
    }

    @Override
    public Problem problem() {
      return say(
          sampled ? "unranked.sampled" : "unranked",
          whole(misses.size()),
          whole(checked),
          whole(depth),
          whole(passages),
          Excerpt.of(misses.getFirst().question()));
    }
  }

  /// The model was made for a prompt that is not put before the texts.
  record PromptMissing(InputType side, String expected) implements Finding {
    @Override
    public Problem problem() {
      var key = side == InputType.QUERY ? "prompt.missing.query" : "prompt.missing.passage";
      return say(key, expected.strip());
    }
  }

  /// Texts that begin with the prompt already, so that it would stand there twice.
  ///
  /// @param example one of them
  record PromptDoubled(InputType side, int count, String prompt, String example)
      implements Finding {
    @Override
    public Problem problem() {
      var key = side == InputType.QUERY ? "prompt.doubled.query" : "prompt.doubled.passage";
      return say(key, whole(count), prompt.strip(), Excerpt.of(example));
    }
  }

  /// Too little to learn from for the method.
  ///
  /// @param method as `--method` calls it
  /// @param least below which it seldom helps
  record FewPairs(String method, int pairs, int least) implements Finding {
    @Override
    public Problem problem() {
      return say("few.pairs", whole(pairs), whole(least), Text.of(Finding.class, method));
    }
  }

  /// Too few questions to measure by.
  record FewQuestions(int questions, int least) implements Finding {
    @Override
    public Problem problem() {
      return say("few.questions", whole(questions), whole(least));
    }
  }

  /// A batch that the data cannot fill.
  record LargeBatch(int batchSize, int pairs) implements Finding {
    @Override
    public Problem problem() {
      return say("batch", whole(batchSize), whole(pairs));
    }
  }

  /// More batches to a step than an epoch has.
  ///
  /// @param batches of an epoch
  record LargeAccumulation(int accumulation, int batches) implements Finding {
    @Override
    public Problem problem() {
      return say("accumulation", whole(accumulation), whole(batches));
    }
  }

  /// Vectors are trained to be cut, but not to be taken whole.
  ///
  /// @param dimension numbers in a whole vector
  record WholeLeftOut(int dimension) implements Finding {
    @Override
    public Problem problem() {
      return say("whole", whole(dimension));
    }
  }

  /// Texts in a script or language that the model was not made for.
  ///
  /// @param language key of its name, such as `han` or `de`
  /// @param share of all letters, or of all texts, 0 to 1
  record ForeignLanguage(String language, double share, String model) implements Finding {
    @Override
    public Problem problem() {
      var key = language.equals("han") ? "language.chinese" : "language.other";
      return say(key, Text.of(Finding.class, "language." + language), percent(share), model);
    }
  }

  /// More memory than this machine has to spare.
  record LowMemory(long neededMb, long machineMb) implements Finding {
    @Override
    public Problem problem() {
      return say("memory", gigabytes(neededMb), gigabytes(machineMb));
    }

    private static String gigabytes(long mebibytes) {
      return String.format(Locale.ROOT, "%.1f", mebibytes / 1024.0);
    }
  }
}
