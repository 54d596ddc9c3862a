package dev.retune.cli;

import dev.retune.text.Problem;

/// The password of protected files, which is given through the environment only.
final class PasswordVariable {
  private PasswordVariable() {}

  /// @throws dev.retune.text.ProblemException if there is no such variable
  static String read(String variable) {
    var password = System.getenv(variable);
    if (password == null) {
      throw Problem.of(PasswordVariable.class, "import.variable", variable).exception();
    }
    return password;
  }
}
