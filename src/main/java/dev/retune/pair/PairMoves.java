package dev.retune.pair;

import dev.retune.dataset.Split;
import dev.retune.document.PlacedChunk;
import dev.retune.document.Recut;
import dev.retune.document.Span;
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
/// A pair stays where its chunk stays. Else it goes to the chunk that holds the sentence marked as
/// its answer, or more than half of it; where none is marked, or none holds so much, to the chunk
/// that holds more than half of its former one. If no chunk does, its text is torn apart and it
/// cannot be kept.
///
/// A pair that could not be kept when the document was cut before returns where its text stands in
/// one chunk again.
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
    recut.former().forEach(placed -> before.put(placed.chunk().id(), placed));
    recut.before().forEach(placed -> before.put(placed.chunk().id(), placed));
    recut.after().forEach(placed -> after.put(placed.chunk().id(), placed));
  }

  /// A judgement of a chunk of the document.
  ///
  /// @param present false if it could not be kept when the document was cut before
  record Held(
      UUID id,
      long seq,
      UUID queryId,
      UUID chunkId,
      @Nullable String answer,
      ReviewStatus status,
      double relevance,
      @Nullable Split split,
      boolean present) {}

  /// What becomes of a judgement.
  ///
  /// @param to the chunk it is of now; its former one where it cannot be kept
  record Move(Held held, Fate fate, UUID to, boolean reopened) {}

  enum Fate {
    /// Its chunk is in force as before, or one of the same text.
    KEPT,
    MOVED,
    RETURNED,
    /// Became one with another pair of the same question.
    JOINED,
    LOST,
    /// Could not be kept before either.
    STILL_LOST;

    /// Whether the pair is in the table afterwards.
    boolean stays() {
      return this == KEPT || this == MOVED || this == RETURNED;
    }
  }

  /// What becomes of each, in their order.
  List<Move> of(List<Held> judgements) {
    var moves = judgements.stream().map(this::move).toList();
    var winners = new HashMap<List<UUID>, Move>();
    for (var move : moves) {
      if (move.fate().stays()) {
        winners.merge(place(move), move, PairMoves::better);
      }
    }
    var result = new ArrayList<Move>();
    for (var move : moves) {
      boolean beaten = move.fate().stays() && !move.equals(winners.get(place(move)));
      result.add(beaten ? leaving(move.held(), Fate.JOINED) : move);
    }
    return result;
  }

  private static Move leaving(Held held, Fate fate) {
    return new Move(held, held.present() ? fate : Fate.STILL_LOST, held.chunkId(), false);
  }

  private static List<UUID> place(Move move) {
    return List.of(move.held().queryId(), move.to());
  }

  private static Move better(Move a, Move b) {
    var order =
        Comparator.comparing((Move move) -> !move.held().present())
            .thenComparing(move -> rank(move.held().status()))
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
      return new Move(held, held.present() ? Fate.KEPT : Fate.RETURNED, held.chunkId(), false);
    }
    var former = before.get(held.chunkId());
    if (former == null) {
      throw new IllegalArgumentException("no chunk of this document: " + held.chunkId());
    }
    var target =
        withAnswer(held.answer(), former).or(() -> most(former, 0, former.chunk().text().length()));
    if (target.isEmpty()) {
      return leaving(held, Fate.LOST);
    }
    var chunk = target.get();
    var same = chunk.chunk().text().equals(former.chunk().text());
    boolean reopened =
        held.relevance() == 0
            && held.status() == ReviewStatus.ACCEPTED
            && 2 * common(chunk, whole(former)) < chunk.span().length();
    var fate = !held.present() ? Fate.RETURNED : same ? Fate.KEPT : Fate.MOVED;
    return new Move(held, fate, chunk.chunk().id(), reopened);
  }

  private Optional<PlacedChunk> withAnswer(@Nullable String answer, PlacedChunk former) {
    int at = answer == null || answer.isBlank() ? -1 : former.chunk().text().indexOf(answer);
    if (at < 0 || answer == null) {
      return Optional.empty();
    }
    return most(former, at, at + answer.length());
  }

  /// The chunk that holds more than half of a part of the former one: the one that holds most of
  /// it, of several the one that has most in common with all of the former one, of several the
  /// first.
  ///
  /// @param start of the part in the former chunk's text
  /// @param end one past its last character
  private Optional<PlacedChunk> most(PlacedChunk former, int start, int end) {
    var wanted = former.places(start, end);
    var around = whole(former);
    return recut.after().stream()
        .filter(placed -> 2 * common(placed, wanted) > end - start)
        .max(
            Comparator.comparingInt((PlacedChunk placed) -> common(placed, wanted))
                .thenComparingInt(placed -> common(placed, around))
                .thenComparingInt(placed -> -placed.chunk().ordinal()));
  }

  private static List<Span> whole(PlacedChunk former) {
    return former.places(0, former.chunk().text().length());
  }

  private static int common(PlacedChunk placed, List<Span> places) {
    return places.stream().mapToInt(place -> common(placed.span(), place)).sum();
  }

  private static int common(Span a, Span b) {
    return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
  }
}
