package dev.retune.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import dev.retune.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The documents, pages and chunks of a project. Removed documents are not shown.
public final class DocumentStore {
  private static final int IDS_A_QUERY = 500;
  private static final String LIVE_CHUNKS =
      """
      SELECT chunk.* FROM chunk JOIN document ON document.id = chunk.document_id
      WHERE document.removed IS NULL AND chunk.live = 1
      """;

  private final Project project;

  public DocumentStore(Project project) {
    this.project = project;
  }

  /// The side that importing needs.
  ImportStore imports() {
    return new ImportStore(project);
  }

  /// All documents in the order they were imported.
  public List<Document> documents() {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT * FROM document WHERE removed IS NULL ORDER BY position")
                .map((row, _) -> document(row))
                .list());
  }

  public Optional<Document> document(UUID id) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT * FROM document WHERE id = :id AND removed IS NULL")
                .bind("id", id.toString())
                .map((row, _) -> document(row))
                .findOne());
  }

  /// The copy of the document's file in the project; empty if it was refused, or has no file.
  public Optional<Path> original(UUID id) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT * FROM document WHERE id = :id AND outcome <> 'REFUSED'")
                .bind("id", id.toString())
                .map((row, _) -> project.originals().resolve(fileName(row)))
                .findOne()
                .filter(Files::isRegularFile));
  }

  /// Name of the copy in the folder of originals.
  static String fileName(ResultSet row) throws SQLException {
    return row.getString("sha256") + "." + row.getString("extension");
  }

  /// The document's pages in order.
  public List<Page> pages(UUID documentId) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT * FROM page WHERE document_id = :id ORDER BY number")
                .bind("id", documentId.toString())
                .map((row, _) -> page(row))
                .list());
  }

  /// How each page was read, in order; text where that was not kept.
  public List<PageReading> readings(UUID documentId) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT page.number, coalesce(page.state, 'TEXT') AS state,
                           coalesce(page.treatment, document.treatment) AS treatment,
                           page.left_out, page.corrected
                    FROM page JOIN document ON document.id = page.document_id
                    WHERE page.document_id = :id ORDER BY page.number\
                    """)
                .bind("id", documentId.toString())
                .map((row, _) ->
                    new PageReading(
                        row.getInt("number"),
                        PageState.valueOf(row.getString("state")),
                        Treatment.valueOf(row.getString("treatment")),
                        row.getBoolean("left_out"),
                        row.getBoolean("corrected")))
                .list());
  }

  /// How a document is to be read.
  public ReadingChoice choice(UUID documentId) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT treatment, languages FROM document WHERE id = :id")
                .bind("id", documentId.toString())
                .map((row, _) ->
                    new ReadingChoice(
                        Treatment.valueOf(row.getString("treatment")),
                        languages(row.getString("languages"))))
                .one());
  }

  private static List<String> languages(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("\\+"));
  }

  public Optional<Page> page(UUID documentId, int number) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT * FROM page WHERE document_id = :id AND number = :number")
                .bind("id", documentId.toString())
                .bind("number", number)
                .map((row, _) -> page(row))
                .findOne());
  }

  /// The document's chunks in reading order.
  public List<Chunk> chunks(UUID documentId) {
    return chunks(documentId, 0, Integer.MAX_VALUE);
  }

  /// Chunks `from` to `to` (exclusive) of the document, as far as there are.
  public List<Chunk> chunks(UUID documentId, int from, int to) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM chunk
                    WHERE live = 1 AND document_id = :id AND ordinal >= :from AND ordinal < :to
                    ORDER BY ordinal\
                    """)
                .bind("id", documentId.toString())
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> chunk(row))
                .list());
  }

  /// Every chunk: documents in import order, chunks in reading order.
  public List<Chunk> allChunks() {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(LIVE_CHUNKS + "ORDER BY document.position, chunk.ordinal")
                .map((row, _) -> chunk(row))
                .list());
  }

  /// The first chunks whose text satisfies `wanted`, in the order of [#allChunks]; reads no more of
  /// them than it must.
  public List<Chunk> find(Predicate<String> wanted, int limit) {
    return project
        .reading()
        .withHandle(handle -> {
          try (var chunks =
              handle
                  .createQuery(LIVE_CHUNKS + "ORDER BY document.position, chunk.ordinal")
                  .map((row, _) -> chunk(row))
                  .stream()) {
            return chunks.filter(chunk -> wanted.test(chunk.whole())).limit(limit).toList();
          }
        });
  }

  public Optional<Chunk> chunk(UUID id) {
    return chunks(List.of(id)).stream().findFirst();
  }

  /// These chunks, also of removed documents and those that cutting anew has replaced, in the order
  /// of `ids`; unknown ids are left out.
  public List<Chunk> chunks(Collection<UUID> ids) {
    var wanted = ids.stream().map(UUID::toString).distinct().toList();
    Map<UUID, Chunk> found = new HashMap<>();
    project
        .reading()
        .useHandle(handle -> {
          for (int i = 0; i < wanted.size(); i += IDS_A_QUERY) {
            handle
                .createQuery("SELECT * FROM chunk WHERE id IN (<ids>)")
                .bindList("ids", wanted.subList(i, Math.min(i + IDS_A_QUERY, wanted.size())))
                .map((row, _) -> chunk(row))
                .forEach(chunk -> found.put(chunk.id(), chunk));
          }
        });
    var ordered = new ArrayList<Chunk>();
    for (var id : ids) {
      var chunk = found.get(id);
      if (chunk != null) {
        ordered.add(chunk);
      }
    }
    return ordered;
  }

  public int chunkCount() {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("SELECT coalesce(sum(chunks), 0) FROM document WHERE removed IS NULL")
                .mapTo(int.class)
                .one());
  }

  /// Changes whenever the text of chunks does, or which of them are in force.
  public String revision() {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT coalesce(max(id), 0) FROM correction) || '/'
                        || (SELECT coalesce(max(id), 0) FROM action) || '/'
                        || (SELECT count(*) FROM chunk WHERE live = 1)\
                    """)
                .mapTo(String.class)
                .one());
  }

  /// How many chunks are longer than so many tokens.
  public int longerThan(int tokens) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*)
                    FROM chunk JOIN document ON document.id = chunk.document_id
                    WHERE document.removed IS NULL AND chunk.live = 1 AND chunk.tokens > :tokens\
                    """)
                .bind("tokens", tokens)
                .mapTo(int.class)
                .one());
  }

  /// How long the chunks are on average, in tokens; 0 where there are none.
  public double meanTokens() {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT coalesce(avg(chunk.tokens), 0)
                    FROM chunk JOIN document ON document.id = chunk.document_id
                    WHERE document.removed IS NULL AND chunk.live = 1\
                    """)
                .mapTo(double.class)
                .one());
  }

  /// Takes documents out of the project. Nothing is lost: [#restore] brings them back with their
  /// chunks under the same ids.
  public void remove(Collection<UUID> documentIds) {
    mark(documentIds, Instant.now().toString());
  }

  /// Undoes [#remove].
  public void restore(Collection<UUID> documentIds) {
    mark(documentIds, "");
  }

  private void mark(Collection<UUID> documentIds, String removed) {
    project
        .jdbi()
        .useTransaction(handle -> {
          for (var id : documentIds) {
            handle
                .createUpdate("UPDATE document SET removed = nullif(:removed, '') WHERE id = :id")
                .bind("removed", removed)
                .bind("id", id.toString())
                .execute();
          }
        });
  }

  static Document document(ResultSet row) throws SQLException {
    return new Document(
        UUID.fromString(row.getString("id")),
        row.getString("name"),
        row.getString("sha256"),
        row.getString("media_type"),
        row.getInt("pages"),
        row.getInt("chunks"),
        row.getLong("bytes"),
        Outcome.valueOf(row.getString("outcome")),
        ProblemJson.read(row.getString("warnings")),
        Instant.parse(row.getString("imported")));
  }

  private static Page page(ResultSet row) throws SQLException {
    return new Page(
        UUID.fromString(row.getString("document_id")),
        row.getInt("number"),
        row.getString("raw_text"),
        row.getString("text"),
        OffsetMap.decode(row.getBytes("offsets")));
  }

  static Chunk chunk(ResultSet row) throws SQLException {
    return new Chunk(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("document_id")),
        row.getInt("ordinal"),
        row.getString("text"),
        headings(row.getString("heading_path")),
        row.getInt("tokens"),
        LocatorJson.read(row.getString("locator")),
        row.getString("head"));
  }

  private static List<String> headings(String json) throws SQLException {
    try {
      return List.of(Json.mapper().readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new SQLException("not a heading path", e);
    }
  }
}
