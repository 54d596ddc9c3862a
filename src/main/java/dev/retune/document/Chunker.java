package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import dev.retune.task.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// Cuts a document into chunks: whole sentences, as many as fit; a heading stays with what follows
/// it and begins a new chunk unless the one before is still small.
final class Chunker {
  /// A chunk below this share of the limit takes in the next section rather than stand alone.
  private static final int SMALL = 4;

  private final TokenCounter counter;
  private final ChunkingOptions options;

  Chunker(TokenCounter counter, ChunkingOptions options) {
    this.counter = counter;
    this.options = options;
  }

  /// @param sha256 of the document's file: the same file cut the same way gives the same chunk ids
  List<Chunk> cut(UUID documentId, String sha256, CleanDocument document, Progress progress) {
    var units = TextUnits.of(document, counter, options.maxTokens(), progress);
    var chunks = new ArrayList<Chunk>();
    int from = 0;
    int covered = 0;
    while (covered < units.size()) {
      int to = fitting(units, from);
      var text = text(document, units.subList(from, to));
      int tokens = counter.count(text);
      // Tokens of a whole may be more than those of its parts.
      while (tokens > options.maxTokens() && to - 1 > from) {
        to--;
        text = text(document, units.subList(from, to));
        tokens = counter.count(text);
      }
      if (to <= covered && from < covered) {
        // The overlap left no room for anything new.
        from = covered;
        continue;
      }
      var cut = units.subList(from, to);
      chunks.add(
          new Chunk(
              id(sha256, chunks.size(), text),
              documentId,
              chunks.size(),
              text,
              path(cut),
              tokens,
              document.locate(cut.getFirst().start(), cut.getLast().end())));
      covered = to;
      from = overlapping(units, from, to);
    }
    return chunks;
  }

  /// One past the last unit of the chunk that begins at `from`.
  private int fitting(List<TextUnit> units, int from) {
    int to = from;
    int tokens = 0;
    boolean body = false;
    while (to < units.size()) {
      var unit = units.get(to);
      boolean section = unit.heading() && body && tokens >= options.maxTokens() / SMALL;
      boolean full =
          tokens + unit.tokens() > options.maxTokens()
              || unit.end() - units.get(from).start() > options.maxTokens() * TextUnits.LONG_TOKEN;
      if (to > from && (section || full)) {
        break;
      }
      tokens += unit.tokens();
      body |= !unit.heading();
      to++;
    }
    while (body && to < units.size() && units.get(to - 1).heading()) {
      to--;
    }
    return to;
  }

  /// Where the next chunk begins: some sentences before `to`, unless a heading stands there.
  private int overlapping(List<TextUnit> units, int from, int to) {
    if (to >= units.size() || units.get(to).heading()) {
      return to;
    }
    int back = to;
    int tokens = 0;
    while (back - 1 > from) {
      var unit = units.get(back - 1);
      tokens += unit.tokens();
      if (unit.heading()
          || tokens > options.overlapTokens()
          || tokens + units.get(to).tokens() > options.maxTokens()) {
        break;
      }
      back--;
    }
    return back;
  }

  private static UUID id(String sha256, int ordinal, String text) {
    var name = sha256 + "/" + ordinal + "/" + text;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /// The headings that most of the chunk stands under.
  private static List<String> path(List<TextUnit> units) {
    var tokens = new LinkedHashMap<List<String>, Integer>();
    for (var unit : units) {
      if (!unit.heading()) {
        tokens.merge(unit.path(), unit.tokens(), Integer::sum);
      }
    }
    var most = units.getLast().path();
    int best = 0;
    for (var entry : tokens.entrySet()) {
      if (entry.getValue() > best) {
        best = entry.getValue();
        most = entry.getKey();
      }
    }
    return most;
  }

  private static String text(CleanDocument document, List<TextUnit> units) {
    return document.text().substring(units.getFirst().start(), units.getLast().end());
  }
}
