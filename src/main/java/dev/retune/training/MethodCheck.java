package dev.retune.training;

import dev.retune.encoder.LoraLayers;
import dev.retune.encoder.Model;
import dev.retune.text.Problem;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;

/// Whether a method, as it is set, can train a base model. Cheap enough to ask at every change.
public final class MethodCheck {
  private MethodCheck() {}

  /// @throws dev.retune.text.ProblemException if it cannot
  public static void check(TrainingSettings settings, Model base) {
    var head = base.head();
    if (settings.method().adapts() ? !head.isNone() : !head.shared()) {
      throw Problem.of(MethodCheck.class, "base.head", base.name()).exception();
    }
    var windows = settings.retrieval().windows();
    if (windows != null) {
      base.onThisMachine();
      windows.checkWithin(base.maxTokens());
    }
    check(settings.rates(), settings.method(), base);
    if (settings.mergeAlpha() < 1 && settings.method() != Method.FULL) {
      throw Problem.of(MethodCheck.class, "merge.method").exception();
    }
    if (settings.normalize() != null && settings.method().adapts()) {
      throw Problem.of(MethodCheck.class, "normalize").exception();
    }
    if (settings.gradientCheckpointing() == GradientCheckpointing.ON
        && settings.method().adapts()) {
      throw Problem.of(MethodCheck.class, "checkpointing").exception();
    }
    switch (settings.method()) {
      case FULL -> check(settings.freeze(), base.onThisMachine().config().layers());
      case LORA -> LoraLayers.check(base.onThisMachine(), settings.lora());
      case LINEAR_ADAPTER, TWO_LAYER_ADAPTER -> check(settings.adapter(), base.dimension());
    }
  }

  private static void check(ModuleRates rates, Method method, Model base) {
    if (rates.factors().isEmpty()) {
      return;
    }
    if (method != Method.FULL) {
      throw Problem.of(MethodCheck.class, "rates.method").exception();
    }
    var config = base.onThisMachine().config();
    rates.checkWithin(config.family().weights(config).keySet());
  }

  private static void check(FreezeSettings freeze, int layers) {
    if (freeze.layers() >= layers) {
      throw Problem.of(
              MethodCheck.class, "freeze", freeze.layers(), layers, Math.max(0, layers - 1))
          .exception();
    }
  }

  private static void check(AdapterSettings adapter, int dimension) {
    if (adapter.dimension() > dimension) {
      throw Problem.of(MethodCheck.class, "adapter.dimension", adapter.dimension(), dimension)
          .exception();
    }
    var changed = adapter.dimension() != 0 && adapter.dimension() < dimension;
    if (changed && adapter.side() != AdapterSide.BOTH) {
      throw Problem.of(MethodCheck.class, "adapter.side", adapter.dimension(), dimension)
          .exception();
    }
  }
}
