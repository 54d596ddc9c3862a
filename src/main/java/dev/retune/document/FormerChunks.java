package dev.retune.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The chunks that a document has or had, placed in the text that it is cut from now, so that what
/// is cut the same again keeps its id.
final class FormerChunks {
  /// Boxes are stored rounded; further apart than this, in points, they are others.
  private static final float NEAR = 1;

  private final CleanDocument text;
  private final WordPlaces words;
  private final List<PlacedChunk> before;
  private final List<PlacedChunk> replaced;

  /// @param live in reading order
  /// @param replaced by others, latest first
  FormerChunks(CleanDocument text, List<Chunk> live, List<Chunk> replaced) {
    this.text = text;
    this.words = new WordPlaces(text);
    this.before = live.stream().map(this::placed).toList();
    this.replaced = replaced.stream().map(this::placed).toList();
  }

  /// Those in force, in reading order.
  List<PlacedChunk> before() {
    return before;
  }

  /// Those that others have replaced.
  List<PlacedChunk> replaced() {
    return replaced;
  }

  private PlacedChunk placed(Chunk chunk) {
    return text.find(chunk.locator())
        .filter(span -> span.of(text.text()).equals(chunk.text()))
        .map(span -> new PlacedChunk(chunk, span))
        .orElseGet(() -> words.of(chunk));
  }

  /// What makes a chunk the same; not its number, which changes with what comes and goes before it.
  private record Key(Span span, String text, int tokens, List<String> path, String head) {
    static Key of(PlacedChunk placed) {
      var chunk = placed.chunk();
      return new Key(
          placed.span(), chunk.text(), chunk.tokens(), chunk.headingPath(), chunk.head());
    }
  }

  /// The chunks as they are to be stored: one that was cut the same before, or is there now, keeps
  /// its id. Where the same id stands for another text, place, path or count (another base model)
  /// already, the new chunk gets an id of its own.
  List<PlacedChunk> identified(List<Chunk> fresh) {
    Map<Key, PlacedChunk> known = new HashMap<>();
    Set<UUID> taken = new HashSet<>();
    for (var some : List.of(before, replaced)) {
      for (var placed : some) {
        taken.add(placed.chunk().id());
        if (placed.pieces().size() == 1) {
          known.putIfAbsent(Key.of(placed), placed);
        }
      }
    }
    var result = new ArrayList<PlacedChunk>();
    for (var chunk : fresh) {
      var placed = new PlacedChunk(chunk, text.range(chunk.locator()));
      var there = known.get(Key.of(placed));
      Chunk identified;
      if (there != null && near(there.chunk().locator(), chunk.locator())) {
        known.remove(Key.of(placed));
        identified = there.chunk().withOrdinal(chunk.ordinal());
      } else {
        identified = renamed(chunk, taken);
        taken.add(identified.id());
      }
      result.add(new PlacedChunk(identified, placed.span()));
    }
    return result;
  }

  /// The chunk under an id that no other has: its own, or one of what makes it the same. Where a
  /// chunk with that was corrected since, the next.
  private static Chunk renamed(Chunk chunk, Set<UUID> taken) {
    var name =
        String.join(
            "/",
            chunk.id().toString(),
            chunk.locator().toString(),
            Integer.toString(chunk.tokens()),
            chunk.headingPath().toString(),
            chunk.whole());
    var id = chunk.id();
    for (int i = 0; taken.contains(id); i++) {
      var numbered = i == 0 ? name : name + "/" + i;
      id = UUID.nameUUIDFromBytes(numbered.getBytes(StandardCharsets.UTF_8));
    }
    return chunk.withId(id);
  }

  /// Whether both stand at the same places of the same pages: a stored chunk keeps its locator, so
  /// what only moved, behind a word that is longer now, is another.
  private static boolean near(Locator a, Locator b) {
    if (!(a instanceof PdfLocator(var some) && b instanceof PdfLocator(var others))) {
      return a.equals(b);
    }
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!near(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean near(PageRange a, PageRange b) {
    return a.page() == b.page()
        && a.start() == b.start()
        && a.end() == b.end()
        && near(a.boxes(), b.boxes());
  }

  private static boolean near(List<Box> some, List<Box> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      var a = some.get(i);
      var b = others.get(i);
      if (Math.abs(a.x() - b.x()) > NEAR
          || Math.abs(a.y() - b.y()) > NEAR
          || Math.abs(a.right() - b.right()) > NEAR
          || Math.abs(a.bottom() - b.bottom()) > NEAR) {
        return false;
      }
    }
    return true;
  }
}
