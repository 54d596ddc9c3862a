package dev.retune.training;

import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What a person should know about the data before believing the figures.
final class PreflightWarnings {
  private static final int FEW_QUESTIONS = 50;
  private static final double MUCH_TRUNCATED = .1;

  private PreflightWarnings() {}

  static List<Problem> of(RunInputs inputs, TokenLoad load) {
    var warnings = new ArrayList<Problem>();
    var questions = inputs.validation().answerable();
    if (questions < FEW_QUESTIONS) {
      warnings.add(Problem.of(PreflightWarnings.class, "warn.few", questions));
    }
    var leaked = leaked(inputs);
    if (leaked > 0) {
      warnings.add(Problem.of(PreflightWarnings.class, "warn.leak", leaked));
    }
    if (load.truncatedPassages() > MUCH_TRUNCATED) {
      var percent = (int) Math.round(100 * load.truncatedPassages());
      warnings.add(
          Problem.of(
              PreflightWarnings.class, "warn.truncated", percent, inputs.base().maxTokens()));
    }
    var dimensions = inputs.settings().dimensions();
    var whole = inputs.settings().output(inputs.base().dimension());
    if (!dimensions.isEmpty() && !dimensions.contains(whole)) {
      warnings.add(Problem.of(PreflightWarnings.class, "warn.matryoshka", Integer.toString(whole)));
    }
    return warnings;
  }

  /// Validation questions that are also trained on, word for word.
  private static int leaked(RunInputs inputs) {
    var trained = new HashSet<String>();
    for (var example : inputs.examples()) {
      trained.add(Conflicts.same(inputs.plain(example.texts().getFirst())));
    }
    return (int)
        inputs.validation().queries().values().stream()
            .filter(text -> trained.contains(Conflicts.same(text)))
            .count();
  }
}
