package dev.retune.ui.pairs;

import dev.retune.dataset.Split;
import dev.retune.pair.Origin;
import dev.retune.pair.PairRow;
import dev.retune.ui.support.Messages;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the parts of a pair are put into words.
final class Words {
  private Words() {}

  /// "Seals › Fitting"; empty without headings.
  static String headings(List<String> path) {
    return String.join(" › ", path);
  }

  /// "TM-12 p. 14", without the file's ending.
  static String place(Messages messages, String document, int page) {
    var dot = document.lastIndexOf('.');
    var name = dot > 0 ? document.substring(0, dot) : document;
    return page > 0 ? messages.get("place.page", name, Integer.toString(page)) : name;
  }

  static String place(Messages messages, PairRow row) {
    return place(messages, row.documentName(), row.firstPage());
  }

  /// "●●○" for 2; the nearest whole grade.
  static String dots(double relevance) {
    var full = Math.clamp(Math.round(relevance), 0, 3);
    return "●".repeat(full) + "○".repeat(3 - full);
  }

  static String split(Messages messages, @Nullable Split split) {
    return Optional.ofNullable(split).map(known -> messages.get("split." + known)).orElse("–");
  }

  static String origin(Messages messages, Origin origin) {
    return messages.get("origin." + origin);
  }
}
