package dev.retune.pair;

import dev.retune.dataset.Split;
import dev.retune.document.PlacedChunk;
import dev.retune.document.Rechunked;
import dev.retune.document.Recut;
import dev.retune.document.RecutStore;
import dev.retune.pair.LogStore.Effect;
import dev.retune.pair.PairMoves.Fate;
import dev.retune.pair.PairMoves.Held;
import dev.retune.pair.PairMoves.Move;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Stores documents cut anew and moves their pairs, within one transaction.
final class RechunkStore {
  private final Handle handle;
  private final String reviewer;
  private final Instant time;

  RechunkStore(Handle handle, String reviewer, Instant time) {
    this.handle = handle;
    this.reviewer = reviewer;
    this.time = time;
  }

  /// @param whole whether imports are to follow the same options from now on
  /// @return with an action of id 0 if nothing is to be changed
  RechunkSummary store(Rechunked rechunked, boolean whole) {
    boolean changed = RecutStore.changes(handle, rechunked, whole);
    var kind = rechunked.rereads().isEmpty() ? ActionKind.RECHUNK : ActionKind.REREAD;
    long action = changed ? LogStore.open(handle, kind, reviewer, time, null) : 0;
    if (changed) {
      RecutStore.apply(handle, action, rechunked, whole);
    }
    var moves = new ArrayList<Move>();
    for (var recut : rechunked.documents()) {
      moves.addAll(new PairMoves(recut).of(held(recut)));
    }
    var resplit = changed ? ResplitStore.of(handle, rechunked, moves) : Map.<UUID, Split>of();
    var touched =
        moves.stream()
            .filter(move -> changed && (changes(move) || resplit.containsKey(move.held().id())))
            .toList();
    var others = new LinkedHashSet<>(resplit.keySet());
    moves.forEach(move -> others.remove(move.held().id()));
    write(action, touched, others, resplit);
    LostPairStore.add(
        handle,
        action,
        moves.stream()
            .filter(move -> move.fate() == Fate.LOST)
            .map(move -> move.held().id())
            .toList());
    var ids =
        Stream.concat(touched.stream().map(move -> move.held().id()), others.stream()).toList();
    return new RechunkSummary(
        new Action(action, kind, reviewer, time, null, ids),
        rechunked.documents().size(),
        rechunked.documents().stream().mapToInt(recut -> recut.before().size()).sum(),
        rechunked.documents().stream().mapToInt(recut -> recut.after().size()).sum(),
        count(moves, Fate.KEPT),
        count(moves, Fate.MOVED),
        count(moves, Fate.RETURNED),
        count(moves, Fate.JOINED),
        (int) moves.stream().filter(Move::reopened).count(),
        resplit.size(),
        LostPairStore.of(handle, action),
        rechunked.left());
  }

  private static int count(List<Move> moves, Fate fate) {
    return (int) moves.stream().filter(move -> move.fate() == fate).count();
  }

  private static boolean changes(Move move) {
    return switch (move.fate()) {
      case KEPT, MOVED -> !move.to().equals(move.held().chunkId()) || move.reopened();
      case RETURNED, JOINED, LOST -> true;
      case STILL_LOST -> false;
    };
  }

  private List<Held> held(Recut recut) {
    var held = new ArrayList<>(held(recut.before(), "present = 1", List.of()));
    held.addAll(
        held(
            recut.former(),
            "present = 0 AND id IN (SELECT value FROM json_each(:lost))",
            LostPairStore.all(handle).stream().map(LostPair::id).toList()));
    return held;
  }

  private List<Held> held(List<PlacedChunk> chunks, String which, List<UUID> lost) {
    return handle
        .createQuery(
            "SELECT * FROM judgement WHERE chunk_id IN (SELECT value FROM json_each(:ids)) AND "
                + which
                + " ORDER BY seq")
        .bind("ids", LogStore.array(chunks.stream().map(placed -> placed.chunk().id()).toList()))
        .bindMap(Map.of("lost", LogStore.array(lost)))
        .map((row, _) -> held(row))
        .list();
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        UUID.fromString(row.getString("id")),
        row.getLong("seq"),
        UUID.fromString(row.getString("query_id")),
        UUID.fromString(row.getString("chunk_id")),
        row.getString("answer"),
        ReviewStatus.valueOf(row.getString("status")),
        row.getDouble("relevance"),
        split(row.getString("split")),
        row.getBoolean("present"));
  }

  private static @Nullable Split split(@Nullable String name) {
    return name == null ? null : Split.valueOf(name);
  }

  /// @param others pairs that only go to another split
  private void write(
      long action, List<Move> moves, Collection<UUID> others, Map<UUID, Split> splits) {
    handle.execute(
        "CREATE TEMP TABLE IF NOT EXISTS move"
            + " (id TEXT PRIMARY KEY, present, status, chunk_id, split)");
    handle.execute("DELETE FROM temp.move");
    var batch = handle.prepareBatch("INSERT INTO temp.move VALUES (?, ?, ?, ?, ?)");
    var leaving = new ArrayList<UUID>();
    var staying = new ArrayList<UUID>();
    for (var move : moves) {
      boolean stays = move.fate().stays();
      (stays ? staying : leaving).add(move.held().id());
      var status = move.reopened() ? ReviewStatus.TO_REVIEW : move.held().status();
      var split = splits.getOrDefault(move.held().id(), move.held().split());
      batch.add(
          move.held().id().toString(),
          stays ? 1 : 0,
          status.name(),
          move.to().toString(),
          split == null ? null : split.name());
    }
    splits.forEach((id, split) -> {
      if (others.contains(id)) {
        batch.add(id.toString(), null, null, null, split.name());
      }
    });
    if (batch.size() == 0) {
      return;
    }
    batch.execute();
    var effect =
        new Effect(
            "",
            Map.of(
                "present", of("present"),
                "status", of("status"),
                "chunk_id", of("chunk_id"),
                "split", of("split")),
            Map.of());
    LogStore.log(handle, action, effect, leaving);
    LogStore.log(handle, action, effect, staying);
    var split = new Effect("", Map.of("split", of("split")), Map.of());
    LogStore.change(handle, action, split, others);
    // A query has one present judgement of a chunk at a time.
    LogStore.apply(handle, action, leaving);
    LogStore.apply(handle, action, staying);
  }

  private static String of(String column) {
    return "(SELECT m.%s FROM temp.move m WHERE m.id = j.id)".formatted(column);
  }
}
