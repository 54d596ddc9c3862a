package dev.retune.pair;

import dev.retune.file.Json;
import dev.retune.pair.LogStore.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Adds pairs within one transaction. A question that is there already, word for word, is the same
/// query; a pair that is there already is left alone; one that was taken out comes back.
final class PairInsertStore {
  private final Handle handle;
  private final ActionKind kind;
  private final Origin origin;
  private final String reviewer;
  private final Instant time;
  private final Map<String, UUID> queries = new HashMap<>();
  private final Map<Key, Known> judgements = new HashMap<>();
  private final Set<String> newQueries = new HashSet<>();
  private final Set<UUID> retired = new HashSet<>();
  private long action;

  private record Key(UUID query, UUID chunk) {}

  private record Known(UUID id, boolean present) {}

  private record Content(double relevance, @Nullable String split) {}

  PairInsertStore(Handle handle, ActionKind kind, Origin origin, String reviewer, Instant time) {
    this.handle = handle;
    this.kind = kind;
    this.origin = origin;
    this.reviewer = reviewer;
    this.time = time;
  }

  /// The action the pairs were stored under; 0 if none was new.
  long action() {
    return action;
  }

  /// @param under the action to go on with, or 0 to begin one with the first new pair
  /// @return the judgements that were not there before, in the order of the pairs
  List<UUID> add(List<NewPair> pairs, long under) {
    action = under;
    lookForRetired(pairs);
    look(pairs.stream().map(NewPair::question).distinct().toList());
    var added = new ArrayList<UUID>();
    for (var status : ReviewStatus.values()) {
      var some = pairs.stream().filter(pair -> pair.status() == status).toList();
      if (!some.isEmpty()) {
        added.addAll(add(some, status));
      }
    }
    return added;
  }

  /// Somebody may have cut the documents anew while questions to the former chunks were written.
  private void lookForRetired(List<NewPair> pairs) {
    var chunks =
        pairs.stream()
            .flatMap(pair -> pair.grades().stream())
            .map(NewPair.Grade::chunkId)
            .distinct()
            .toList();
    handle
        .createQuery(
            "SELECT id FROM chunk WHERE live = 0 AND id IN (SELECT value FROM json_each(:ids))")
        .bind("ids", LogStore.array(chunks))
        .mapTo(String.class)
        .map(UUID::fromString)
        .forEach(retired::add);
  }

  private void look(List<String> questions) {
    handle
        .createQuery(
            "SELECT id, text FROM query WHERE text IN (SELECT value FROM json_each(:texts))"
                + " ORDER BY rowid")
        .bind("texts", Json.line(questions))
        .map((row, _) -> Map.entry(row.getString(2), UUID.fromString(row.getString(1))))
        .forEach(entry -> queries.putIfAbsent(entry.getKey(), entry.getValue()));
    handle
        .createQuery(
            "SELECT id, query_id, chunk_id, present FROM judgement"
                + " WHERE query_id IN (SELECT value FROM json_each(:ids)) ORDER BY present, seq")
        .bind("ids", LogStore.array(queries.values()))
        .map((row, _) ->
            Map.entry(
                new Key(UUID.fromString(row.getString(2)), UUID.fromString(row.getString(3))),
                new Known(UUID.fromString(row.getString(1)), row.getBoolean(4))))
        .forEach(entry -> judgements.put(entry.getKey(), entry.getValue()));
  }

  private List<UUID> add(List<NewPair> pairs, ReviewStatus status) {
    var queryRows = handle.prepareBatch("INSERT INTO query VALUES (:id, :text, :origin, :time)");
    var rows =
        handle.prepareBatch(
            "INSERT INTO judgement (id, query_id, chunk_id, origin, answer, present, status,"
                + " relevance, split, reviewer, decided) VALUES (:id, :query, :chunk, :origin,"
                + " :answer, 0, :status, :relevance, :split, :reviewer, :decided)");
    var added = new ArrayList<UUID>();
    var returning = new HashMap<Content, List<UUID>>();
    var fresh = new ArrayList<UUID>();
    var decided = status != ReviewStatus.TO_REVIEW;
    for (var pair : pairs) {
      var query = queries.computeIfAbsent(pair.question(), this::newQuery);
      if (newQueries.remove(pair.question())) {
        queryRows
            .bind("id", query.toString())
            .bind("text", pair.question())
            .bind("origin", origin.name())
            .bind("time", time.toString())
            .add();
      }
      for (var grade : pair.grades()) {
        var key = new Key(query, grade.chunkId());
        var known = judgements.get(key);
        if (retired.contains(grade.chunkId()) || (known != null && known.present())) {
          continue;
        }
        var id = known == null ? UUID.randomUUID() : known.id();
        var split = pair.split() == null ? null : pair.split().name();
        if (known == null) {
          rows.bind("id", id.toString())
              .bind("query", query.toString())
              .bind("chunk", grade.chunkId().toString())
              .bind("origin", origin.name())
              .bind("answer", pair.answer())
              .bind("status", status.name())
              .bind("relevance", grade.relevance())
              .bind("split", split)
              .bind("reviewer", decided ? reviewer : null)
              .bind("decided", decided ? time.toString() : null)
              .add();
          fresh.add(id);
        } else {
          returning
              .computeIfAbsent(new Content(grade.relevance(), split), _ -> new ArrayList<>())
              .add(id);
        }
        added.add(id);
        judgements.put(key, new Known(id, true));
      }
    }
    if (queryRows.size() > 0) {
      queryRows.execute();
    }
    if (rows.size() > 0) {
      rows.execute();
    }
    change(fresh, Map.of("present", "1"), Map.of());
    returning.forEach((content, ids) -> comeBack(content, ids, status));
    return added;
  }

  private UUID newQuery(String question) {
    newQueries.add(question);
    return UUID.randomUUID();
  }

  /// A pair that was taken out comes back as what it is now said to be, not as what it was.
  private void comeBack(Content content, List<UUID> ids, ReviewStatus status) {
    var decided = status != ReviewStatus.TO_REVIEW;
    var set =
        Map.of(
            "present", "1",
            "status", ":status",
            "relevance", ":relevance",
            "split", "nullif(:split, '')",
            "reviewer", "nullif(:reviewer, '')",
            "decided", "nullif(:decided, '')");
    var values =
        Map.<String, Object>of(
            "status", status.name(),
            "relevance", content.relevance(),
            "split", content.split() == null ? "" : content.split(),
            "reviewer", decided ? reviewer : "",
            "decided", decided ? time.toString() : "");
    change(ids, set, values);
  }

  private void change(Collection<UUID> ids, Map<String, String> set, Map<String, Object> values) {
    if (ids.isEmpty()) {
      return;
    }
    if (action == 0) {
      action = LogStore.open(handle, kind, reviewer, time, null);
    }
    LogStore.change(handle, action, new Effect("", set, values), ids);
  }
}
