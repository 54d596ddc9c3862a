package dev.retune.document;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.TokenCounter;
import dev.retune.task.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cuts a document into chunks, which cover all of its text in order. Passages that somebody else
/// has cut stay as they are.
final class Chunker {
  private final TokenCounter counter;
  private final ChunkingOptions options;
  private final @Nullable Embedder embedder;

  /// @param embedder tells sentences apart by meaning; null unless the options are semantic
  Chunker(TokenCounter counter, ChunkingOptions options, @Nullable Embedder embedder) {
    this.counter = counter;
    this.options = options;
    this.embedder = embedder;
  }

  /// A piece of the text with the headings it stands under.
  private record Piece(int start, int end, List<String> path) {}

  /// @param sha256 of the document's file: the same file cut the same way gives the same chunk ids
  /// @param progress advances by characters
  List<Chunk> cut(UUID documentId, String sha256, CleanDocument document, Progress progress) {
    var chunks = new ArrayList<Chunk>();
    // Passages that somebody else has cut stay as they are.
    var cut = document.kind().cut();
    var heads = TableHeads.of(cut ? "" : document.text(), counter, options.maxTokens());
    for (var piece : pieces(document, heads, progress)) {
      var text = document.text().substring(piece.start(), piece.end());
      var head = heads.at(piece.start());
      int alone = counter.count(text);
      int tokens = head.isEmpty() ? alone : counter.count(head + "\n" + text);
      // A single row can be so long that no room is left.
      boolean fits = tokens <= options.maxTokens();
      chunks.add(
          new Chunk(
              id(sha256, chunks.size(), text),
              documentId,
              chunks.size(),
              text,
              piece.path(),
              fits ? tokens : alone,
              document.locate(piece.start(), piece.end()),
              fits ? head : ""));
    }
    return chunks;
  }

  private List<Piece> pieces(CleanDocument document, TableHeads heads, Progress progress) {
    if (document.kind().cut()) {
      return CutPassages.of(document).stream()
          .map(passage -> new Piece(passage.start(), passage.end(), passage.path()))
          .toList();
    }
    if (options.method() == ChunkingMethod.FIXED) {
      var sections = new Sections(document);
      return new FixedCuts(document.text(), heads, counter, options)
          .spans(progress).stream()
              .map(span ->
                  new Piece(span.start(), span.end(), sections.most(span.start(), span.end())))
              .toList();
    }
    var whole = TextUnits.of(document, counter, options.maxTokens(), progress);
    var units =
        options.method() == ChunkingMethod.PAGES
            ? new PageUnits(document, counter).of(whole)
            : whole;
    var filling = new Filling(heads, units, counter, options);
    var ranges = new ArrayList<UnitRange>();
    groups(document, units, progress).forEach(group -> ranges.addAll(filling.fill(group)));
    return new Joining(measure(heads, units), options)
        .join(ranges).stream()
            .map(range ->
                new Piece(
                    units.get(range.from()).start(),
                    units.get(range.to() - 1).end(),
                    path(range.of(units))))
            .toList();
  }

  private List<UnitRange> groups(CleanDocument document, List<TextUnit> units, Progress progress) {
    return switch (options.method()) {
      case SENTENCES, FIXED -> UnitGroups.one(units);
      case HEADINGS -> UnitGroups.sections(units, document.headings().keySet());
      case PAGES -> UnitGroups.pages(units, document.starts());
      case SEMANTIC ->
          UnitGroups.topics(
              units,
              SemanticBreaks.find(
                  document.text(), units, Objects.requireNonNull(embedder), progress));
    };
  }

  private Joining.Measure measure(TableHeads heads, List<TextUnit> units) {
    return new Joining.Measure() {
      @Override
      public int tokens(UnitRange range) {
        return counter.count(
            heads.whole(units.get(range.from()).start(), units.get(range.to() - 1).end()));
      }

      @Override
      public List<String> path(UnitRange range) {
        return Chunker.path(range.of(units));
      }
    };
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
}
