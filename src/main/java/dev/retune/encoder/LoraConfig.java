package dev.retune.encoder;

import java.util.List;

/// How low-rank updates are made (Hu et al., LoRA: Low-rank adaptation of large language models,
/// 2021); the names are those of PEFT.
///
/// @param rank of the updates
/// @param alpha the updates are scaled by alpha / rank
/// @param dropout of what enters the updates, while training
/// @param targets the linear layers that get one, by the ends of their names, as PEFT's
///   `target_modules`; `all-linear` for all
/// @param rankStabilised whether the scale is alpha / √rank instead (Kalajdzievski, 2023)
public record LoraConfig(
    int rank, double alpha, double dropout, List<String> targets, boolean rankStabilised) {

  /// The target that stands for all linear layers of the encoder, as in PEFT.
  public static final String ALL_LINEAR = "all-linear";

  /// All linear layers of the encoder.
  public static final LoraConfig DEFAULT = new LoraConfig(16, 32, .05, List.of(ALL_LINEAR), false);

  public LoraConfig {
    targets = List.copyOf(targets);
  }

  /// What the updates are multiplied by.
  public double scale() {
    return rankStabilised ? alpha / Math.sqrt(rank) : alpha / rank;
  }

  /// The targets by name, all linear layers of an encoder spelt out.
  List<String> targets(Family family) {
    return targets.contains(ALL_LINEAR) ? family.linear() : targets;
  }

  /// Whether the linear layer `name` (without `.weight`) gets an update; the end of a name counts
  /// in whole parts, as in PEFT.
  boolean targets(Family family, String name) {
    return targets(family).stream().anyMatch(end -> matches(name, end));
  }

  static boolean matches(String name, String end) {
    return name.equals(end) || name.endsWith("." + end);
  }
}
