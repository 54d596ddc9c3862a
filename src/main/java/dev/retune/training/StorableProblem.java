package dev.retune.training;

import dev.retune.text.Problem;
import dev.retune.text.Text;

/// Brings a problem into the form that survives JSON: arguments as strings and whole numbers.
final class StorableProblem {
  private StorableProblem() {}

  static Problem of(Problem problem) {
    return new Problem(problem.code(), plain(problem.cause()), plain(problem.remedy()));
  }

  private static Text plain(Text text) {
    var args =
        text.args().stream()
            .map(arg -> arg instanceof Integer ? arg : (Object) String.valueOf(arg))
            .toList();
    return new Text(text.bundle(), text.key(), args);
  }
}
