package dev.retune.document;

import java.util.List;

/// Page numbers in words, such as `3, 7–9`.
final class PageNumbers {
  private PageNumbers() {}

  static String of(List<Integer> ascending) {
    var text = new StringBuilder();
    for (int i = 0; i < ascending.size(); ) {
      int last = i;
      while (last + 1 < ascending.size() && ascending.get(last + 1) == ascending.get(last) + 1) {
        last++;
      }
      text.append(text.isEmpty() ? "" : ", ").append(ascending.get(i));
      if (last > i) {
        text.append(last == i + 1 ? ", " : "–").append(ascending.get(last));
      }
      i = last + 1;
    }
    return text.toString();
  }
}
