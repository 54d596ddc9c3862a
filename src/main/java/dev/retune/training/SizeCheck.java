package dev.retune.training;

import dev.retune.training.preflight.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether there is enough to learn from and to measure by.
final class SizeCheck {
  /// With fewer questions a difference is seldom clear.
  private static final int QUESTIONS = 50;

  private SizeCheck() {}

  static List<Finding> of(RunInputs inputs) {
    var findings = new ArrayList<Finding>();
    var settings = inputs.settings();
    var pairs = (int) inputs.examples().stream().filter(each -> each.source() == 0).count();
    var least = least(settings.method());
    if (pairs < least) {
      var method = settings.method().name().toLowerCase(Locale.ROOT).replace('_', '-');
      findings.add(new Finding.FewPairs(method, pairs, least));
    }
    if (settings.batchSize() > pairs) {
      findings.add(new Finding.LargeBatch(settings.batchSize(), pairs));
    }
    // A step has fewer only where it is all of an epoch.
    var batches = inputs.plan().step(1).size();
    if (settings.accumulation() > batches) {
      findings.add(new Finding.LargeAccumulation(settings.accumulation(), batches));
    }
    var questions = inputs.validation().answerable();
    if (questions < QUESTIONS) {
      findings.add(new Finding.FewQuestions(questions, QUESTIONS));
    }
    return findings;
  }

  /// Below so many pairs a method seldom helps. An adapter begins with new weights, a 384 × 384
  /// matrix or more; the encoder and its updates begin with what the model knows.
  private static int least(Method method) {
    return switch (method) {
      case FULL, LORA -> 40;
      case LINEAR_ADAPTER -> 100;
      case TWO_LAYER_ADAPTER -> 200;
    };
  }
}
