package dev.retune.architecture.planted.encoder;

/// Breaks a rule on purpose.
class KnowsTheWindow {
  javafx.beans.property.StringProperty name;
}
