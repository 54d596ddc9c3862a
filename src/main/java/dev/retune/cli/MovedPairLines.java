package dev.retune.cli;

import dev.retune.pair.LostPair;
import dev.retune.pair.RechunkSummary;
import java.util.List;

/// What became of the pairs of documents that were cut anew, for people.
record MovedPairLines(Context context) {

  /// How many went where.
  void counts(RechunkSummary pairs) {
    context.say("rechunk.pairs", pairs.kept(), pairs.moved(), pairs.joined(), pairs.lost().size());
    if (pairs.returned() > 0) {
      context.say("rechunk.returned", pairs.returned());
    }
    if (pairs.reopened() > 0) {
      context.say("rechunk.reopened", pairs.reopened());
    }
    if (pairs.resplit() > 0) {
      context.say("rechunk.resplit", pairs.resplit());
    }
  }

  /// Those that could not be kept.
  void lost(List<LostPair> pairs) {
    if (!pairs.isEmpty()) {
      context.say("rechunk.lost");
      pairs.forEach(this::line);
    }
  }

  void line(LostPair pair) {
    context
        .output()
        .line(
            String.join("\t", pair.question(), pair.documentName(), Integer.toString(pair.page())));
  }
}
