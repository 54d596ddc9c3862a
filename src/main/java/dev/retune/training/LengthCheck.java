package dev.retune.training;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.training.preflight.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How many texts are longer than what is read of them.
final class LengthCheck {
  /// A text in a hundred that is cut is not worth a word.
  private static final double FEW = .01;

  private LengthCheck() {}

  static List<Finding> of(RunInputs inputs, Embedder embedder) {
    var findings = new ArrayList<Finding>();
    for (var side : InputType.values()) {
      if (side == InputType.PASSAGE && inputs.settings().retrieval().windows() != null) {
        // Windows cover a passage to its end.
        continue;
      }
      var texts = side == InputType.QUERY ? inputs.data().queries() : inputs.data().corpus();
      var limit = side == InputType.QUERY ? inputs.maxQueryTokens() : inputs.maxPassageTokens();
      var counts = embedder.tokenCounts(List.copyOf(texts.values()), side);
      var cut = (int) IntStream.of(counts).filter(count -> count > limit).count();
      var share = (double) cut / Math.max(1, counts.length);
      if (share > FEW) {
        var longest = IntStream.of(counts).max().orElse(0);
        findings.add(new Finding.Truncated(side, cut, share, limit, longest));
      }
    }
    return findings;
  }
}
