package dev.retune.pair;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.DocumentStore;
import dev.retune.document.ReadyPassages;
import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jspecify.annotations.Nullable;

/// Pairs of a project, for reading. What changes them goes through [Review], [QuestionRun] and
/// [PairImport]; each change is in the database before the call returns.
///
/// Pairs of a removed document are hidden and come back with it. Thread-safe; make one for each
/// open project and hand it to all that need it.
public final class PairStore {
  private static final String COLUMNS =
      "id, query_id, chunk_id, question, answer, origin, status, relevance, split,"
          + " document_id, document_name, first_page";
  private static final String ORDER = " ORDER BY position, ordinal, seq";
  private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

  private final Project project;
  private final DecisionStore decisions;
  private final ObjectMapper json = new ObjectMapper();

  /// What was read once; [#passagesChanged] says when it is no longer true.
  private final Map<UUID, Passage> passages = new ConcurrentHashMap<>();

  private record Passage(String text, List<String> headingPath) {}

  public PairStore(Project project) {
    this.project = project;
    this.decisions = new DecisionStore(project);
  }

  /// Reads passages anew from now on: the text of some was corrected.
  public void passagesChanged() {
    passages.clear();
  }

  DecisionStore decisions() {
    return decisions;
  }

  /// All pairs by document, place in the document, and time of writing.
  public List<PairRow> rows() {
    return read("", "");
  }

  /// Those of the given pairs that are there, in the order of [#rows()].
  public List<PairRow> rows(Collection<UUID> ids) {
    return read(" WHERE id IN (SELECT value FROM json_each(:arg))", LogStore.array(ids));
  }

  public Optional<PairRow> row(UUID id) {
    return read(" WHERE id = :arg", id.toString()).stream().findFirst();
  }

  /// Pairs of one chunk.
  public List<PairRow> rowsOf(UUID chunkId) {
    return read(" WHERE chunk_id = :arg", chunkId.toString());
  }

  /// In one transaction: a pair of a new passage must not come in between the two queries.
  private List<PairRow> read(String where, String arg) {
    return project
        .reading()
        .inTransaction(handle -> {
          var unknown = "chunk_id FROM pair" + where;
          load(handle, unknown, arg);
          var query = handle.createQuery("SELECT " + COLUMNS + " FROM pair" + where + ORDER);
          if (!where.isEmpty()) {
            query.bind("arg", arg);
          }
          return query.map((row, _) -> row(row)).list();
        });
  }

  /// Reads the passages that are not known yet, each once however many pairs it has.
  private void load(Handle handle, String chunks, String arg) {
    var query = handle.createQuery("SELECT DISTINCT " + chunks);
    if (!arg.isEmpty()) {
      query.bind("arg", arg);
    }
    var missing =
        query.mapTo(String.class).stream()
            .map(UUID::fromString)
            .filter(id -> !passages.containsKey(id))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    handle
        .createQuery(
            "SELECT id, iif(head = '', text, head || char(10) || text) AS text, heading_path"
                + " FROM chunk"
                + " WHERE id IN (SELECT value FROM json_each(:ids))")
        .bind("ids", LogStore.array(missing))
        .map((row, _) ->
            Map.entry(
                UUID.fromString(row.getString("id")),
                new Passage(row.getString("text"), strings(row.getString("heading_path")))))
        .forEach(entry -> passages.put(entry.getKey(), entry.getValue()));
  }

  private List<String> strings(String array) {
    try {
      return json.readValue(array, STRINGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PairRow row(ResultSet row) throws SQLException {
    var chunk = UUID.fromString(row.getString("chunk_id"));
    var passage = passages.getOrDefault(chunk, new Passage("", List.of()));
    return new PairRow(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("query_id")),
        chunk,
        row.getString("question"),
        passage.text(),
        passage.headingPath(),
        UUID.fromString(row.getString("document_id")),
        row.getString("document_name"),
        row.getInt("first_page"),
        row.getDouble("relevance"),
        ReviewStatus.valueOf(row.getString("status")),
        split(row.getString("split")),
        Origin.valueOf(row.getString("origin")),
        row.getString("answer"));
  }

  private static @Nullable Split split(@Nullable String name) {
    return name == null ? null : Split.valueOf(name);
  }

  public PairCounts counts() {
    var counts =
        project
            .reading()
            .withHandle(handle ->
                handle
                    .createQuery("SELECT status, count(*) AS n FROM pair GROUP BY status")
                    .setMapKeyColumn("status")
                    .setMapValueColumn("n")
                    .collectInto(new GenericType<Map<String, Integer>>() {}));
    return new PairCounts(
        counts.getOrDefault(ReviewStatus.TO_REVIEW.name(), 0),
        counts.getOrDefault(ReviewStatus.ACCEPTED.name(), 0),
        counts.getOrDefault(ReviewStatus.REJECTED.name(), 0));
  }

  /// What training could use now.
  public UsablePairs usable() {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) AS usable,
                           count(*) FILTER (WHERE split = 'TRAIN') AS train,
                           count(DISTINCT iif(split = 'VALIDATION', query_id, NULL)) AS validation,
                           count(DISTINCT iif(split = 'TEST', query_id, NULL)) AS test,
                           count(*) FILTER (WHERE split IS NULL) AS unsplit
                    FROM pair WHERE status = 'ACCEPTED' AND relevance > 0\
                    """)
                .map((row, _) ->
                    new UsablePairs(
                        row.getInt("usable"),
                        row.getInt("train"),
                        row.getInt("validation"),
                        row.getInt("test"),
                        row.getInt("unsplit")))
                .one());
  }

  /// Chunks that have no pair, of whatever status.
  public OpenPassages open() {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) AS chunks, coalesce(sum(c.tokens), 0) AS tokens
                    FROM chunk c JOIN document d ON d.id = c.document_id
                    WHERE d.removed IS NULL AND c.live = 1 AND NOT EXISTS
                      (SELECT 1 FROM judgement j WHERE j.chunk_id = c.id AND j.present = 1)\
                    """)
                .map((row, _) -> new OpenPassages(row.getInt("chunks"), row.getLong("tokens")))
                .one());
  }

  /// Chunks that have at least one pair, of whatever status.
  public Set<UUID> chunksWithPairs() {
    return project
        .reading()
        .withHandle(handle ->
            handle.createQuery("SELECT DISTINCT chunk_id FROM pair").mapTo(String.class).stream()
                .map(UUID::fromString)
                .collect(Collectors.toCollection(HashSet::new)));
  }

  /// Pairs that cutting documents anew could not keep, latest first; those that were put together
  /// again since, or brought back by undo, are not among them.
  public List<LostPair> lost() {
    return project.reading().withHandle(LostPairStore::all);
  }

  List<HistoryEntry> history(UUID id) {
    return HistoryStore.history(project, id);
  }

  /// Does several things in one transaction.
  <T> T together(Supplier<T> work) {
    return project.jdbi().inTransaction(_ -> work.get());
  }

  /// The chunks that stand for these passages, which are added where they are new.
  List<UUID> passages(
      String name, List<String> texts, TokenCounter tokens, Instant time, Progress progress) {
    return ReadyPassages.add(new DocumentStore(project), name, texts, tokens, time, progress);
  }

  /// Every chunk of the project.
  List<Chunk> chunks() {
    return new DocumentStore(project).allChunks();
  }

  List<Document> documents() {
    return new DocumentStore(project).documents();
  }

  boolean hasChunk(UUID id) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT 1 FROM chunk WHERE id = :id AND live = 1")
                .bind("id", id.toString())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /// The judgement behind a row.
  public Optional<Judgement> judgement(UUID id) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT * FROM pair WHERE id = :id")
                .bind("id", id.toString())
                .map((row, _) -> judgement(row))
                .findFirst());
  }

  private static Judgement judgement(ResultSet row) throws SQLException {
    var decided = row.getString("decided");
    return new Judgement(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("query_id")),
        UUID.fromString(row.getString("chunk_id")),
        row.getDouble("relevance"),
        ReviewStatus.valueOf(row.getString("status")),
        split(row.getString("split")),
        Origin.valueOf(row.getString("origin")),
        row.getString("answer"),
        row.getString("reviewer"),
        decided == null ? null : Instant.parse(decided));
  }
}
