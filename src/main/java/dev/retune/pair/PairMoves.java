package dev.retune.pair;

import dev.retune.document.PlacedChunk;
import dev.retune.document.Recut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds for each pair of a document that is cut anew the chunk that holds its text.
///
/// A pair stays where its chunk stays. Else it goes to the chunk that holds the whole sentence
/// marked as its answer; where none is marked, or no chunk holds it whole, to the chunk that holds
/// more than half of its former one. If no chunk does, its text is torn apart and it cannot be
/// kept.
///
/// Two pairs of one question that come to the same chunk become one: an accepted one stays rather
/// than an open one, an open one rather than a rejected one, then the more relevant, then the
/// older.
///
/// That a chunk does not answer a question (relevance 0) holds for any part of it, but not for text
/// added to it: where most of the new chunk was not in the former one, an accepted pair is to be
/// reviewed again.
final class PairMoves {
  private final Recut recut;
  private final Map<UUID, PlacedChunk> before = new HashMap<>();
  private final Map<UUID, PlacedChunk> after = new HashMap<>();

  PairMoves(Recut recut) {
    this.recut = recut;
    recut.before().forEach(placed -> before.put(placed.chunk().id(), placed));
    recut.after().forEach(placed -> after.put(placed.chunk().id(), placed));
  }

  /// A present judgement of a chunk of the document.
  record Held(
      UUID id,
      long seq,
      UUID queryId,
      UUID chunkId,
      @Nullable String answer,
      ReviewStatus status,
      double relevance) {}

  /// What becomes of a judgement.
  ///
  /// @param to the chunk it is of now; its former one where it cannot be kept
  record Move(Held held, Fate fate, UUID to, boolean reopened) {}

  enum Fate {
    /// Its chunk is in force as before, or one of the same text.
    KEPT,
    MOVED,
    /// Became one with another pair of the same question.
    JOINED,
    LOST
  }

  /// What becomes of each, in their order.
  List<Move> of(List<Held> judgements) {
    var moves = judgements.stream().map(this::move).toList();
    var winners = new HashMap<List<UUID>, Move>();
    for (var move : moves) {
      if (move.fate() != Fate.LOST) {
        winners.merge(place(move), move, PairMoves::better);
      }
    }
    var result = new ArrayList<Move>();
    for (var move : moves) {
      boolean joined = move.fate() != Fate.LOST && !move.equals(winners.get(place(move)));
      result.add(joined ? new Move(move.held(), Fate.JOINED, move.held().chunkId(), false) : move);
    }
    return result;
  }

  private static List<UUID> place(Move move) {
    return List.of(move.held().queryId(), move.to());
  }

  private static Move better(Move a, Move b) {
    var order =
        Comparator.comparingInt((Move move) -> rank(move.held().status()))
            .thenComparing(move -> -move.held().relevance())
            .thenComparing(move -> move.held().seq());
    return order.compare(a, b) <= 0 ? a : b;
  }

  private static int rank(ReviewStatus status) {
    return switch (status) {
      case ACCEPTED -> 0;
      case TO_REVIEW -> 1;
      case REJECTED -> 2;
    };
  }

  private Move move(Held held) {
    if (after.containsKey(held.chunkId())) {
      return new Move(held, Fate.KEPT, held.chunkId(), false);
    }
    var former = before.get(held.chunkId());
    if (former == null) {
      throw new IllegalArgumentException("no chunk of this document: " + held.chunkId());
    }
    var target = withAnswer(held.answer(), former).or(() -> withMost(former));
    if (target.isEmpty()) {
      return new Move(held, Fate.LOST, held.chunkId(), false);
    }
    var chunk = target.get();
    var same = chunk.chunk().text().equals(former.chunk().text());
    boolean reopened =
        held.relevance() == 0
            && held.status() == ReviewStatus.ACCEPTED
            && 2 * common(chunk, former) < chunk.span().length();
    return new Move(held, same ? Fate.KEPT : Fate.MOVED, chunk.chunk().id(), reopened);
  }

  private Optional<PlacedChunk> withAnswer(@Nullable String answer, PlacedChunk former) {
    int at = answer == null || answer.isBlank() ? -1 : former.chunk().text().indexOf(answer);
    if (at < 0 || answer == null) {
      return Optional.empty();
    }
    int start = former.span().start() + at;
    int end = start + answer.length();
    return most(
        former,
        recut.after().stream()
            .filter(placed -> placed.span().start() <= start && end <= placed.span().end())
            .toList());
  }

  private Optional<PlacedChunk> withMost(PlacedChunk former) {
    return most(former, recut.after())
        .filter(placed -> 2 * common(placed, former) > former.span().length());
  }

  /// The one that has most in common with the former chunk; the first of several.
  private static Optional<PlacedChunk> most(PlacedChunk former, List<PlacedChunk> chunks) {
    PlacedChunk most = null;
    for (var placed : chunks) {
      if (most == null || common(placed, former) > common(most, former)) {
        most = placed;
      }
    }
    return Optional.ofNullable(most);
  }

  private static int common(PlacedChunk a, PlacedChunk b) {
    return Math.max(
        0, Math.min(a.span().end(), b.span().end()) - Math.max(a.span().start(), b.span().start()));
  }
}
