package dev.retune.text;

import org.jspecify.annotations.Nullable;

/// Thrown where work cannot go on for a reason that a person can understand and mend.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
