package dev.retune.architecture.planted.task;

/// Breaks a rule on purpose.
public class CycleThere {
  dev.retune.architecture.planted.text.CycleBack back;
}
