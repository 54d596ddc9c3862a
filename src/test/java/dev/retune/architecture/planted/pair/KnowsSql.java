package dev.retune.architecture.planted.pair;

/// Breaks a rule on purpose.
class KnowsSql {
  java.sql.Connection connection;
}
