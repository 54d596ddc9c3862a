package dev.retune.pair;

import dev.retune.document.Chunk;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Passages joined into groups that stay in one split (union–find; the root of a group is one of
/// its passages).
final class SplitGroups {
  /// Neighbours that share fewer characters than this share no more than a phrase.
  private static final int SHARED = 24;

  private final Map<UUID, UUID> parents = new HashMap<>();
  private final Map<UUID, List<Chunk>> documents;

  SplitGroups(Collection<Chunk> chunks) {
    documents =
        chunks.stream()
            .sorted(Comparator.comparingInt(Chunk::ordinal))
            .collect(Collectors.groupingBy(Chunk::documentId));
    joinSameTexts(chunks);
  }

  /// The passage that stands for this one's group.
  UUID root(UUID chunk) {
    var root = chunk;
    for (var up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    for (var at = chunk; !at.equals(root); ) {
      var up = parents.put(at, root);
      at = up == null ? root : up;
    }
    return root;
  }

  private void join(UUID one, UUID other) {
    var a = root(one);
    var b = root(other);
    if (!a.equals(b)) {
      parents.put(b, a);
    }
  }

  private void joinSameTexts(Collection<Chunk> chunks) {
    var seen = new HashMap<String, UUID>();
    for (var chunk : chunks) {
      var text = plain(chunk.text());
      var before = seen.putIfAbsent(text, chunk.id());
      if (before != null) {
        join(before, chunk.id());
      }
    }
  }

  /// Joins neighbours that repeat part of each other, in runs of at most `longest` passages that
  /// end where a heading does: with every passage overlapping the next, a whole document would be
  /// one group.
  void joinOverlaps(int longest) {
    for (var chunks : documents.values()) {
      int run = 1;
      for (int i = 1; i < chunks.size(); i++) {
        var before = chunks.get(i - 1);
        var after = chunks.get(i);
        if (run < longest
            && before.headingPath().equals(after.headingPath())
            && repeats(before.text().strip(), after.text().strip())) {
          join(before.id(), after.id());
          run++;
        } else {
          run = 1;
        }
      }
    }
  }

  /// Whether the first text's end is the second's beginning.
  private static boolean repeats(String before, String after) {
    int longest = Math.min(before.length(), after.length());
    for (int length = longest; length >= SHARED; length--) {
      if (before.regionMatches(before.length() - length, after, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /// Joins the passages that one question is judged against; two queries of the same words are one
  /// question.
  void joinQuestions(Collection<PairRow> rows) {
    var first = new HashMap<String, UUID>();
    for (var row : rows) {
      var before = first.putIfAbsent(question(row.question()), row.chunkId());
      if (before != null) {
        join(before, row.chunkId());
      }
    }
  }

  void joinDocuments() {
    documents
        .values()
        .forEach(chunks -> chunks.forEach(chunk -> join(chunks.getFirst().id(), chunk.id())));
  }

  /// Cuts each document into about `count` stretches of equally many passages; a cut never falls on
  /// a page that both sides share.
  void joinStretches(int count) {
    for (var chunks : documents.values()) {
      int length = Math.max(1, Math.ceilDiv(chunks.size(), count));
      int start = 0;
      for (int i = 1; i < chunks.size(); i++) {
        var before = chunks.get(i - 1).locator().lastPage();
        var samePage = before > 0 && before >= chunks.get(i).locator().firstPage();
        if (i - start < length || samePage) {
          join(chunks.get(i - 1).id(), chunks.get(i).id());
        } else {
          start = i;
        }
      }
    }
  }

  /// What is the same for two questions of the same words: capitals, spaces, punctuation and the
  /// width of characters aside.
  static String question(String text) {
    var wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var words = wide.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    return words.isEmpty() ? plain(text) : words;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
