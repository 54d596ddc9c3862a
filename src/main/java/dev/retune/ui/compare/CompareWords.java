package dev.retune.ui.compare;

import dev.retune.retrieval.MetricRow;
import dev.retune.ui.support.Messages;
import dev.retune.workflow.SideBySide;
import java.util.Locale;

/// A comparison in words.
final class CompareWords {
  private final Messages messages;

  CompareWords(Messages messages) {
    this.messages = messages;
  }

  /// "The right passage rises from 5 to 1; 2 of the 10 are new."
  String sum(SideBySide answer) {
    var fresh = messages.get("sum.new", answer.appeared(), answer.tuned().size());
    if (!answer.judged()) {
      var same =
          !answer.base().isEmpty()
              && !answer.tuned().isEmpty()
              && answer
                  .base()
                  .getFirst()
                  .chunk()
                  .id()
                  .equals(answer.tuned().getFirst().chunk().id());
      return messages.get(same ? "sum.unknown.same" : "sum.unknown.other", fresh);
    }
    var before = SideBySide.rankOfRight(answer.base());
    var after = SideBySide.rankOfRight(answer.tuned());
    var words = SideBySide.rankOfRight(answer.bm25());
    if (before == 0 && after == 0) {
      return words == 0 ? messages.get("sum.nobody") : messages.get("sum.only.bm25", words);
    }
    var depth = Math.max(answer.base().size(), answer.tuned().size());
    var key =
        before == 0
            ? "sum.appears"
            : after == 0
                ? "sum.vanishes"
                : after < before ? "sum.rises" : after > before ? "sum.falls" : "sum.stays";
    return messages.get(key, before, after, depth, fresh);
  }

  /// "The tuned model is better in NDCG@10: …".
  String verdict(MetricRow row) {
    return messages.get("verdict." + row.verdict(), term(row.metric()));
  }

  /// "▲4", "▼1", "new", or nothing.
  String change(SideBySide.Result result) {
    if (result.appeared()) {
      return messages.get("change.new");
    }
    var gained = result.gained();
    return gained == 0 ? "" : (gained > 0 ? "▲" : "▼") + Math.abs(gained);
  }

  /// "up 4", for screen readers.
  String changeSpoken(SideBySide.Result result) {
    if (result.appeared()) {
      return messages.get("change.new");
    }
    var gained = result.gained();
    return gained == 0
        ? ""
        : messages.get(gained > 0 ? "change.up" : "change.down", Math.abs(gained));
  }

  /// "TM-12 p. 14", without the file's ending.
  String place(String document, int page) {
    var dot = document.lastIndexOf('.');
    var name = dot > 0 ? document.substring(0, dot) : document;
    return page > 0 ? messages.get("place.page", name, Integer.toString(page)) : name;
  }

  /// A score as short as it can be told apart: three decimals below 1.5, else one.
  static String score(Locale locale, double score) {
    return String.format(locale, Math.abs(score) < 1.5 ? "%.3f" : "%.1f", score);
  }

  /// The plain name of a metric: "In the top 5" for `accuracy@5`.
  String metric(String key) {
    return metric("metric.", key);
  }

  /// What a metric says, as a phrase.
  String metricSaid(String key) {
    return metric("metric.long.", key);
  }

  private String metric(String prefix, String key) {
    var at = key.indexOf('@');
    return messages.get(prefix + key.substring(0, at), Integer.valueOf(key.substring(at + 1)));
  }

  /// The term: "hit rate@5" for `accuracy@5`.
  static String term(String key) {
    return key.startsWith("accuracy@")
        ? "hit rate@" + key.substring("accuracy@".length())
        : key.startsWith("precision") || key.startsWith("recall")
            ? key
            : key.toUpperCase(Locale.ROOT);
  }

  /// A rank, or a dash where the passage was not found.
  static String rank(int rank) {
    return rank == 0 ? "–" : Integer.toString(rank);
  }
}
