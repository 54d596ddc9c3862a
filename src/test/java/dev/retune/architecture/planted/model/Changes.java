package dev.retune.architecture.planted.model;

/// Breaks a rule on purpose.
class Changes {
  static final java.util.TreeMap<String, String> SEEN = new java.util.TreeMap<>();
}
