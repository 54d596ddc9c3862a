package dev.retune.ui.documents;

import dev.retune.pair.RechunkSummary;
import dev.retune.ui.support.Messages;

/// What became of passages and pairs, in words.
final class RecutWords {
  private RecutWords() {}

  static String of(Messages messages, RechunkSummary summary) {
    return messages.get("chunking.done", summary.chunksBefore(), summary.chunksAfter())
        + pairs(messages, summary);
  }

  /// What became of the pairs alone, each sentence behind a space.
  static String pairs(Messages messages, RechunkSummary summary) {
    var text = new StringBuilder();
    if (summary.kept() + summary.moved() > 0) {
      text.append(' ').append(messages.get("chunking.pairs", summary.kept(), summary.moved()));
    }
    if (summary.returned() > 0) {
      text.append(' ').append(messages.get("chunking.returned", summary.returned()));
    }
    if (summary.joined() > 0) {
      text.append(' ').append(messages.get("chunking.joined", summary.joined()));
    }
    if (summary.reopened() > 0) {
      text.append(' ').append(messages.get("chunking.reopened", summary.reopened()));
    }
    if (summary.resplit() > 0) {
      text.append(' ').append(messages.get("chunking.resplit", summary.resplit()));
    }
    if (!summary.lost().isEmpty()) {
      text.append(' ').append(messages.get("chunking.lost", summary.lost().size()));
    }
    return text.toString();
  }
}
