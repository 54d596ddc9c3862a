package dev.retune.pair;

import dev.retune.project.Project;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// A real project with documents whose passages are given as texts.
final class PairFixture implements AutoCloseable {
  private final Path folder;
  private final AtomicLong seconds = new AtomicLong(1_700_000_000);
  final Clock clock = InstantSourceClock.of(() -> Instant.ofEpochSecond(seconds.getAndIncrement()));
  private Project project;
  private PairStore store;

  PairFixture(Path folder) {
    this.folder = folder;
    this.project = Project.create(folder, "Pumps");
    this.store = new PairStore(project);
  }

  Project project() {
    return project;
  }

  PairStore store() {
    return store;
  }

  Review review() {
    return review("Ana");
  }

  Review review(String reviewer) {
    return new Review(store, reviewer, clock);
  }

  /// Closes the project and opens it again, as the next start of the program does.
  void reopen() {
    project.close();
    project = Project.open(folder);
    store = new PairStore(project);
  }

  /// Stores a document with one chunk for each text, one page each.
  List<UUID> document(String name, List<String> texts) {
    var document = UUID.randomUUID();
    var chunks = new ArrayList<UUID>();
    project
        .jdbi()
        .useTransaction(handle -> {
          handle.execute(
              "INSERT INTO document (id, name, sha256, extension, media_type, bytes, pages,"
                  + " chunks, outcome, warnings, position, imported) VALUES (?, ?, ?, 'pdf',"
                  + " 'application/pdf', 1, ?, ?, 'READ', '[]',"
                  + " (SELECT count(*) FROM document), '2026-11-01T00:00:00Z')",
              document.toString(),
              name,
              document.toString(),
              texts.size(),
              texts.size());
          var batch =
              handle.prepareBatch(
                  "INSERT INTO chunk (id, document_id, ordinal, text, heading_path, tokens,"
                      + " first_page, locator) VALUES (?, ?, ?, ?, ?, 10, ?, ?)");
          for (int i = 0; i < texts.size(); i++) {
            var chunk = UUID.randomUUID();
            chunks.add(chunk);
            batch.add(
                chunk.toString(),
                document.toString(),
                i,
                texts.get(i),
                "[\"Chapter " + i / 10 + "\"]",
                i + 1,
                "{\"type\":\"none\"}");
          }
          batch.execute();
        });
    return chunks;
  }

  /// Adds pairs to review as a writer does, one for each chunk, as one action.
  List<UUID> written(List<UUID> chunks) {
    var lasting = store.decisions().begin(ActionKind.WRITE, Origin.BUILT_IN, "Ana");
    var pairs = new ArrayList<NewPair>();
    for (var chunk : chunks) {
      pairs.add(
          new NewPair(
              "What is said in " + chunk + "?",
              List.of(new NewPair.Grade(chunk, Review.FULL)),
              ReviewStatus.TO_REVIEW,
              null,
              null));
    }
    var ids = lasting.add(pairs, clock.instant());
    lasting.end();
    return ids;
  }

  @Override
  public void close() {
    project.close();
  }

  /// A clock that moves on by a second with each look.
  private static final class InstantSourceClock extends Clock {
    private final InstantSource source;

    private InstantSourceClock(InstantSource source) {
      this.source = source;
    }

    static Clock of(InstantSource source) {
      return new InstantSourceClock(source);
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return source.instant();
    }
  }
}
