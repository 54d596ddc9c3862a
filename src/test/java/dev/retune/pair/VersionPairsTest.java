package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.dataset.Split;
import dev.retune.document.Chunk;
import dev.retune.document.ChunkingMethod;
import dev.retune.document.ChunkingOptions;
import dev.retune.document.Document;
import dev.retune.document.DocumentImporter;
import dev.retune.document.DocumentStore;
import dev.retune.document.VersionChanges;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A manual is imported again after a section of it was rewritten.
class VersionPairsTest {
  private static final String STOP = "Close the valve. Wait for ten minutes.";

  @TempDir Path folder;
  private Project project;
  private DocumentStore documents;
  private PairStore store;
  private Review review;
  private UUID earlier;
  private UUID later;

  @BeforeEach
  void open() throws IOException {
    project = Project.create(folder.resolve("p"), "p");
    documents = new DocumentStore(project);
    store = new PairStore(project);
    review = new Review(store, "Ana", Clock.systemUTC());
    earlier = importManual(STOP);
    review.add("How is the pump started?", passage(earlier, "Open the valve"));
    review.add("How is the pump stopped?", passage(earlier, "Close the valve"));
    review.add("When is the filter changed?", passage(earlier, "filter"));
    later = importManual("Close the valve slowly. Wait for ten minutes.");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private UUID importManual(String stop) throws IOException {
    var file = folder.resolve("manual.md");
    Files.writeString(
        file,
        "# Start\n\nOpen the valve. The lamp is green.\n\n# Stop\n\n"
            + stop
            + "\n\n# Service\n\nThe filter is changed yearly.\n");
    new DocumentImporter(
            project,
            text -> text.strip().split("\\s+").length,
            new ChunkingOptions(ChunkingMethod.HEADINGS, 64, 0, 0),
            Clock.systemUTC())
        .importFiles(List.of(file), Progress.none());
    return documents.documents().getLast().id();
  }

  private UUID passage(UUID document, String words) {
    return documents.chunks(document).stream()
        .filter(chunk -> chunk.text().contains(words))
        .map(Chunk::id)
        .findFirst()
        .orElseThrow();
  }

  private List<String> questions(UUID document) {
    return store.rows().stream()
        .filter(row -> row.documentId().equals(document))
        .map(PairRow::question)
        .sorted()
        .collect(Collectors.toList());
  }

  @Test
  void sentencesThatAreNewAndGoneAreNamed() {
    assertThat(documents.documents().stream().map(Document::id)).containsExactly(earlier, later);
    var changes = VersionChanges.of(documents.chunks(earlier), documents.chunks(later));
    assertThat(changes.same()).isEqualTo(2);
    assertThat(changes.added()).hasSize(1);
    var added = changes.added().getFirst();
    assertThat(added.differing().stream().map(span -> span.of(added.chunk().text())))
        .containsExactly("Close the valve slowly.");
    var gone = changes.gone().getFirst();
    assertThat(gone.differing().stream().map(span -> span.of(gone.chunk().text())))
        .containsExactly("Close the valve.");
  }

  @Test
  void pairsOfUnchangedPassagesMoveAndUndoBringsThemBack() {
    assertThat(review.versions(earlier, later)).isEqualTo(new VersionPairs(2, 1));
    var before = store.rows();

    var action = review.carry(earlier, later);

    assertThat(action.pairs()).hasSize(2);
    assertThat(questions(later))
        .containsExactly("How is the pump started?", "When is the filter changed?");
    assertThat(questions(earlier)).containsExactly("How is the pump stopped?");
    assertThat(review.versions(earlier, later)).isEqualTo(new VersionPairs(0, 1));
    assertThat(review.undo(action)).isPresent();
    assertThat(store.rows()).isEqualTo(before);
    review.redo();
    assertThat(questions(later)).hasSize(2);
    assertThat(review.carry(earlier, later).id()).isZero();
  }

  /// No question stands twice at one passage.
  @Test
  void whatStandsThereAlreadyStays() {
    review.add("How is the pump started?", passage(later, "Open the valve"));
    assertThat(review.versions(earlier, later)).isEqualTo(new VersionPairs(1, 2));
  }

  /// No passage may both train and judge.
  @Test
  void pairsThatComeTogetherGoToTheStrictestSplit() {
    review.add("How often is the filter changed?", passage(later, "filter"));
    split("When is the filter changed?", Split.TRAIN);
    split("How often is the filter changed?", Split.TEST);
    split("How is the pump started?", Split.TRAIN);
    var before = store.rows();

    var action = review.carry(earlier, later);

    assertThat(action.pairs()).hasSize(2);
    assertThat(splitOf("When is the filter changed?")).isEqualTo(Split.TEST);
    assertThat(splitOf("How often is the filter changed?")).isEqualTo(Split.TEST);
    assertThat(splitOf("How is the pump started?")).isEqualTo(Split.TRAIN);
    review.undo(action);
    assertThat(store.rows()).isEqualTo(before);
  }

  /// What is added to a passage may answer what it did not answer before.
  @Test
  void irrelevantPairsMoveOnlyToTheSameText() throws IOException {
    var longer = importManual(STOP + " Then the filter is cleaned.");
    project
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE judgement SET relevance = 0 WHERE id IN (?, ?)",
                row("How is the pump stopped?").id().toString(),
                row("How is the pump started?").id().toString()));
    assertThat(passage(longer, STOP)).isNotNull();

    assertThat(review.versions(earlier, longer)).isEqualTo(new VersionPairs(2, 1));
    review.carry(earlier, longer);

    assertThat(questions(longer))
        .containsExactly("How is the pump started?", "When is the filter changed?");
  }

  private PairRow row(String question) {
    return store.rows().stream()
        .filter(row -> row.question().equals(question))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Split splitOf(String question) {
    return row(question).split();
  }

  private void split(String question, Split split) {
    project
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "UPDATE judgement SET split = ? WHERE id = ?",
                split.name(),
                row(question).id().toString()));
  }
}
