package dev.retune.architecture.planted.model;

/// Breaks a rule on purpose.
class Prints {
  void print() {
    System.out.println();
  }
}
