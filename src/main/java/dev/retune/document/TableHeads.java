package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The heads of a document's tables, so that a passage that begins in the middle of a long table
/// can be read alone.
///
/// A head is the caption and the row of headings, or the headings alone where both would take more
/// than a third of a passage's tokens; one that takes more or says nothing is left out.
final class TableHeads {
  private static final int SHARE = 3;

  private final String text;
  private final TokenCounter counter;
  private final int maxTokens;
  private final TreeMap<Integer, Rows> tables = new TreeMap<>();

  /// The rows of a table below its head, from the line that divides them on.
  private record Rows(int end, String head, int tokens) {}

  private TableHeads(String text, TokenCounter counter, int maxTokens) {
    this.text = text;
    this.counter = counter;
    this.maxTokens = maxTokens;
  }

  /// @param maxTokens of a passage
  static TableHeads of(String text, TokenCounter counter, int maxTokens) {
    var heads = new TableHeads(text, counter, maxTokens);
    for (int start = 0; start < text.length(); ) {
      int head = TableHead.end(text, start);
      int end = TableRow.end(text, start);
      if (head > 0) {
        end = head;
        while (end + 1 < text.length() && TableRow.begins(text, end + 1)) {
          end = TableRow.end(text, end + 1);
        }
        heads.add(text.substring(start, head), text.lastIndexOf('\n', head - 1) + 1, end);
      }
      start = end + 1;
    }
    return heads;
  }

  private void add(String head, int from, int end) {
    for (var some : List.of(head, headings(head))) {
      int tokens = some.length() > maxTokens * TextUnits.LONG_TOKEN ? maxTokens : count(some);
      if (tokens <= maxTokens / SHARE && some.chars().anyMatch(Character::isLetterOrDigit)) {
        tables.put(from, new Rows(end, some, tokens));
        return;
      }
    }
  }

  private int count(String head) {
    return counter.count(head + "\n");
  }

  /// What is to be put in front of a passage that begins here; empty if nothing.
  String at(int start) {
    var table = tables.floorEntry(start);
    return table == null || start >= table.getValue().end() ? "" : table.getValue().head();
  }

  /// A range of the text with what is to be put in front of it.
  String whole(int start, int end) {
    var head = at(start);
    var range = text.substring(start, end);
    return head.isEmpty() ? range : head + "\n" + range;
  }

  /// How many tokens what is put in front has.
  int tokens(int start) {
    var table = tables.floorEntry(start);
    return table == null || start >= table.getValue().end() ? 0 : table.getValue().tokens();
  }

  /// What became of the heads in a text: those that read otherwise now, by what they were, with
  /// caption and without.
  static Map<String, String> changed(String before, String after) {
    var former = all(before);
    var now = all(after);
    var changed = new TreeMap<String, String>();
    for (int i = 0; i < former.size() && former.size() == now.size(); i++) {
      if (!former.get(i).equals(now.get(i))) {
        changed.put(former.get(i), now.get(i));
        changed.put(headings(former.get(i)), headings(now.get(i)));
      }
    }
    return changed;
  }

  private static List<String> all(String text) {
    var all = new ArrayList<String>();
    for (int start = 0; start < text.length(); ) {
      int head = TableHead.end(text, start);
      if (head > 0) {
        all.add(text.substring(start, head));
      }
      start = (head > 0 ? head : TableRow.end(text, start)) + 1;
    }
    return all;
  }

  /// A head without its caption: its last two lines.
  private static String headings(String head) {
    int divider = head.lastIndexOf('\n');
    return head.substring(head.lastIndexOf('\n', divider - 1) + 1);
  }
}
