package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.project.Project;
import dev.retune.text.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTest {
  private static final int DOCUMENTS = 50;
  private static final int CHUNKS = 2000;

  @TempDir Path temp;

  @Test
  void hundredThousandChunksAreFoundFast() {
    try (var project = Project.create(temp.resolve("p"), "p")) {
      var store = new DocumentStore(project);
      var imports = new ImportStore(project);
      var ids = new ArrayList<UUID>();
      assertThat(store.meanTokens()).isZero();
      for (int i = 0; i < DOCUMENTS; i++) {
        var document = document(i, List.of());
        var chunks = chunks(document.id());
        imports.add(document, "txt", List.of(), chunks);
        ids.add(chunks.get(CHUNKS / 2).id());
      }
      assertThat(store.chunkCount()).isEqualTo(DOCUMENTS * CHUNKS);
      assertThat(time(() -> assertThat(store.meanTokens()).isEqualTo(140)))
          .isLessThan(Duration.ofSeconds(2));

      // Bounds far above what it takes (under a millisecond each), far below a scan of the table.
      var documents = store.documents();
      assertThat(time(() -> ids.forEach(id -> assertThat(store.chunk(id)).isPresent())))
          .isLessThan(Duration.ofSeconds(1));
      assertThat(time(() -> store.chunks(documents.get(7).id(), 1000, 1020)))
          .isLessThan(Duration.ofMillis(200));
      assertThat(time(store::documents)).isLessThan(Duration.ofMillis(300));
      assertThat(store.chunks(ids)).extracting(Chunk::id).containsExactlyElementsOf(ids);
      assertThat(plan(project, "SELECT * FROM chunk WHERE id = 'x'")).contains("USING INDEX");
      assertThat(
              plan(
                  project,
                  "SELECT * FROM chunk WHERE live = 1 AND document_id = 'x' AND ordinal >= 3 ORDER"
                      + " BY ordinal"))
          .contains("USING INDEX")
          .doesNotContain("TEMP B-TREE");
    }
  }

  private static String plan(Project project, String sql) {
    return project
        .reading()
        .withHandle(handle ->
            handle
                .createQuery("EXPLAIN QUERY PLAN " + sql)
                .map((row, _) -> row.getString("detail"))
                .list())
        .toString();
  }

  private static Duration time(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Document document(int i, List<Problem> warnings) {
    return new Document(
        UUID.randomUUID(),
        "document " + i,
        "%064x".formatted(i),
        "text/plain",
        1,
        CHUNKS,
        17,
        Outcome.READ,
        warnings,
        Instant.parse("2026-11-21T10:00:00Z"));
  }

  private static List<Chunk> chunks(UUID documentId) {
    var chunks = new ArrayList<Chunk>();
    for (int i = 0; i < CHUNKS; i++) {
      chunks.add(
          new Chunk(
              UUID.randomUUID(),
              documentId,
              i,
              "The gland nut of pump " + i + " takes 12 Nm. ".repeat(20),
              List.of("Seals", "Fitting"),
              140,
              new PdfLocator(List.of(new PageRange(i / 4 + 1, 0, 280, List.of())))));
    }
    return chunks;
  }

  @Test
  void everyKindOfLocatorAndWarningComesBackAsItWas() {
    var locators =
        List.of(
            new NoLocator(),
            new PlaceLocator("L1-L3", 4, 90),
            new PdfLocator(
                List.of(
                    new PageRange(3, 10, 99, List.of(new Box(72f, 100.5f, 451.2f, 12f))),
                    new PageRange(
                        4, 0, 7, List.of(new Box(72f, 50f, 40f, 12f), new Box(1f, 2f, 3f, 4f))))));
    var warning =
        Problem.of(DocumentImporter.class, "pagesNeedOcr", "It's {a} \"name\".pdf", 2, "3, 9");
    try (var project = Project.create(temp.resolve("q"), "q")) {
      var store = new DocumentStore(project);
      var imports = new ImportStore(project);
      var document = document(1, List.of(warning));
      var chunks = new ArrayList<Chunk>();
      for (Locator locator : locators) {
        chunks.add(
            new Chunk(
                UUID.randomUUID(),
                document.id(),
                chunks.size(),
                "text " + chunks.size(),
                List.of("A \"heading\"", "标题"),
                2,
                locator));
      }
      imports.add(document, "txt", List.of(), chunks);
      assertThat(store.chunks(document.id())).isEqualTo(chunks);
      assertThat(store.chunks(document.id(), 1, 2)).containsExactly(chunks.get(1));
      assertThat(store.document(document.id())).contains(document);
      assertThat(store.chunk(UUID.randomUUID())).isEmpty();
    }
  }
}
