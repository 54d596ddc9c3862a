package dev.retune.architecture.planted.text;

/// Breaks a rule on purpose.
public class CycleBack {
  dev.retune.architecture.planted.task.CycleThere there;
}
