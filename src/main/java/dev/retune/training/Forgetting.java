package dev.retune.training;

import dev.retune.retrieval.Interval;
import dev.retune.text.Problem;
import java.util.List;
import java.util.Locale;

/// How base and tuned model do on general questions, which the training had nothing to do with.
///
/// @param metric what is compared
/// @param languages those that the base model knows; empty if it knows none of the set's
public record Forgetting(String metric, List<InLanguage> languages) {
  /// A smaller drop is no loss that anybody would notice.
  static final double NOTICEABLE = .02;

  public Forgetting {
    languages = List.copyOf(languages);
  }

  /// One language.
  ///
  /// @param language two letters
  /// @param questions how many were asked
  /// @param change tuned − base over the questions, with its 95 % interval
  public record InLanguage(
      String language, int questions, double base, double tuned, Interval change) {

    /// Whether the tuned model has forgotten it: the whole interval lies below zero, and the drop
    /// is larger than .02.
    public boolean forgotten() {
      return change.belowZero() && change.mean() < -NOTICEABLE;
    }
  }

  /// What a person should know of what was forgotten, with a remedy for the method that was used;
  /// empty if nothing was.
  public List<Problem> problems(Method method) {
    return languages.stream()
        .filter(InLanguage::forgotten)
        .map(lost ->
            Problem.of(
                Forgetting.class,
                "forgotten." + kind(method),
                score(lost.base()),
                score(lost.tuned()),
                lost.language()))
        .toList();
  }

  private static String kind(Method method) {
    return switch (method) {
      case FULL -> "full";
      case LORA -> "lora";
      case LINEAR_ADAPTER, TWO_LAYER_ADAPTER -> "adapter";
    };
  }

  private static String score(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
