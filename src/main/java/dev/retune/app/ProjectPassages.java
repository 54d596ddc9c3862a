package dev.retune.app;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.ui.pairs.PassageSource;
import dev.retune.workflow.ProjectSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The pairs screen's view of the passages of an open project.
record ProjectPassages(ProjectSession session) implements PassageSource {
  @Override
  public Neighbours around(UUID chunkId) {
    var chunk = session.documents().chunk(chunkId);
    if (chunk.isEmpty()) {
      return new Neighbours(Optional.empty(), Optional.empty());
    }
    var here = chunk.get();
    return new Neighbours(
        at(here.documentId(), here.ordinal() - 1), at(here.documentId(), here.ordinal() + 1));
  }

  private Optional<Passage> at(UUID document, int ordinal) {
    if (ordinal < 0) {
      return Optional.empty();
    }
    return session.documents().chunks(document, ordinal, ordinal + 1).stream()
        .findFirst()
        .map(this::passage);
  }

  @Override
  public List<Passage> find(String words, int limit) {
    var wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return session
        .documents()
        .find(text -> wanted.stream().allMatch(text.toLowerCase(Locale.ROOT)::contains), limit)
        .stream()
        .map(this::passage)
        .toList();
  }

  @Override
  public int count() {
    return session.documents().chunkCount();
  }

  private Passage passage(Chunk chunk) {
    var document = session.documents().document(chunk.documentId());
    return new Passage(
        chunk.id(),
        document.map(Document::name).orElse(""),
        chunk.locator().firstPage(),
        chunk.headingPath(),
        chunk.whole());
  }
}
