package dev.retune.ui.compare;

import dev.retune.workflow.SideBySide;
import java.util.List;
import java.util.Locale;

/// One of the three that answer, in the order of the columns.
enum Contender {
  BASE,
  TUNED,
  BM25;

  List<SideBySide.Result> results(SideBySide answer) {
    return switch (this) {
      case BASE -> answer.base();
      case TUNED -> answer.tuned();
      case BM25 -> answer.bm25();
    };
  }

  /// As in ids and style classes: `base`, `tuned`, `bm25`.
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
