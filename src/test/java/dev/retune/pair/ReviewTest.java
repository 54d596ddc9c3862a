package dev.retune.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  @TempDir Path folder;
  private PairFixture fixture;
  private List<UUID> chunks;
  private List<UUID> pairs;

  @BeforeEach
  void project() {
    fixture = new PairFixture(folder.resolve("p"));
    chunks = fixture.document("pump.pdf", List.of("Oil it.", "Turn it.", "Stop it."));
    pairs = fixture.written(chunks);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private ReviewStatus status(int pair) {
    return fixture.store().row(pairs.get(pair)).orElseThrow().status();
  }

  @Test
  void aRowJoinsJudgementQuestionAndPassage() {
    var row = fixture.store().rows().getFirst();
    assertThat(row.id()).isEqualTo(pairs.getFirst());
    assertThat(row.passage()).isEqualTo("Oil it.");
    assertThat(row.documentName()).isEqualTo("pump.pdf");
    assertThat(row.firstPage()).isEqualTo(1);
    assertThat(row.headingPath()).containsExactly("Chapter 0");
    assertThat(row.origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(row.relevance()).isEqualTo(Review.FULL);
    assertThat(row.split()).isNull();
  }

  @Test
  void aDecisionNamesItsReviewer() {
    fixture.review("Ben").accept(List.of(pairs.get(1)));
    var judgement = fixture.store().judgement(pairs.get(1)).orElseThrow();
    assertThat(judgement.status()).isEqualTo(ReviewStatus.ACCEPTED);
    assertThat(judgement.reviewer()).isEqualTo("Ben");
    assertThat(judgement.decided()).isNotNull();
    assertThat(fixture.store().judgement(pairs.get(0)).orElseThrow().reviewer()).isNull();
    assertThat(fixture.store().counts()).isEqualTo(new PairCounts(2, 1, 0));
  }

  @Test
  void undoAndRedoSurviveReopening() {
    fixture.review().accept(pairs);
    fixture.review().reject(List.of(pairs.get(0)));
    fixture.reopen();
    assertThat(fixture.review().nextUndo()).contains(ActionKind.REJECT);
    var undone = fixture.review().undo().orElseThrow();
    assertThat(undone.pairs()).containsExactly(pairs.get(0));
    assertThat(status(0)).isEqualTo(ReviewStatus.ACCEPTED);
    fixture.reopen();
    assertThat(fixture.review().nextRedo()).contains(ActionKind.REJECT);
    fixture.review().redo();
    assertThat(status(0)).isEqualTo(ReviewStatus.REJECTED);
    assertThat(fixture.review().canRedo()).isFalse();
    fixture.review().undo();
    fixture.review().undo();
    assertThat(fixture.store().counts()).isEqualTo(new PairCounts(3, 0, 0));
  }

  @Test
  void aNewDecisionEndsRedoing() {
    fixture.review().accept(List.of(pairs.get(0)));
    fixture.review().undo();
    fixture.review().reject(List.of(pairs.get(1)));
    assertThat(fixture.review().redo()).isEmpty();
    assertThat(status(0)).isEqualTo(ReviewStatus.TO_REVIEW);
  }

  @Test
  void whatChangesNothingIsNoStep() {
    fixture.review().accept(List.of(pairs.get(0)));
    assertThat(fixture.review().accept(List.of(pairs.get(0))).pairs()).isEmpty();
    assertThat(fixture.review().setRelevance(pairs, Review.FULL).pairs()).isEmpty();
    var question = fixture.store().row(pairs.get(0)).orElseThrow().question();
    assertThat(fixture.review().edit(pairs.get(0), " " + question).pairs()).isEmpty();
    fixture.review().undo();
    assertThat(status(0)).isEqualTo(ReviewStatus.TO_REVIEW);
    assertThat(fixture.review().nextUndo()).contains(ActionKind.WRITE);
  }

  @Test
  void editingAddingAndRemovingComeBack() {
    var before = fixture.store().rows();
    var review = fixture.review();
    review.edit(pairs.get(2), "How is it stopped?");
    var added = review.add("Who oils it?", chunks.get(0)).pairs();
    review.remove(List.of(pairs.get(1)));
    assertThat(fixture.store().rows())
        .extracting(PairRow::question)
        .hasSize(3)
        .contains("How is it stopped?", "Who oils it?");
    var mine = fixture.store().row(added.getFirst()).orElseThrow();
    assertThat(mine.status()).isEqualTo(ReviewStatus.ACCEPTED);
    assertThat(mine.origin()).isEqualTo(Origin.PERSON);
    assertThat(review.undo()).get().extracting(Action::pairs).isEqualTo(List.of(pairs.get(1)));
    review.undo();
    review.undo();
    assertThat(fixture.store().rows()).isEqualTo(before);
    review.redo();
    review.redo();
    assertThat(fixture.store().row(added.getFirst())).contains(mine);
  }

  @Test
  void addingWhatIsThereAcceptsIt() {
    var row = fixture.store().row(pairs.get(0)).orElseThrow();
    fixture.review().add(row.question(), row.chunkId());
    assertThat(status(0)).isEqualTo(ReviewStatus.ACCEPTED);
    assertThat(fixture.store().rows()).hasSize(3);
  }

  @Test
  void aRemovedPairCanBeAddedAgain() {
    var row = fixture.store().row(pairs.get(0)).orElseThrow();
    fixture.review().remove(List.of(row.id()));
    fixture.review().add(row.question(), row.chunkId());
    assertThat(status(0)).isEqualTo(ReviewStatus.ACCEPTED);
    fixture.review().undo();
    assertThat(fixture.store().rows()).hasSize(2);
    fixture.review().undo();
    assertThat(fixture.store().row(row.id())).contains(row);
  }

  @Test
  void aPairThatIsAddedAgainForgetsWhatItWas() {
    var review = fixture.review("Ben");
    var row = fixture.store().row(pairs.get(0)).orElseThrow();
    review.accept(pairs);
    review.setRelevance(List.of(row.id()), 1);
    review.split(new SplitOptions(SplitMethod.RANDOM, new Shares(.5, .5, 0), 1, false));
    var before = fixture.store().row(row.id()).orElseThrow();
    review.remove(List.of(row.id()));
    fixture.review("Cem").add(row.question(), row.chunkId());
    var back = fixture.store().judgement(row.id()).orElseThrow();
    assertThat(back.relevance()).isEqualTo(Review.FULL);
    assertThat(back.reviewer()).isEqualTo("Cem");
    assertThat(back.split()).isNull();
    review.undo();
    review.undo();
    assertThat(fixture.store().row(row.id())).contains(before);
  }

  @Test
  void countsWhatTrainingCanUseAndWhatIsNotAsked() {
    var more = fixture.document("valve.pdf", List.of("Open it.", "Close it."));
    var review = fixture.review();
    assertThat(fixture.store().open()).isEqualTo(new OpenPassages(2, 20));
    assertThat(fixture.store().usable()).isEqualTo(new UsablePairs(0, 0, 0, 0, 0));
    review.accept(pairs);
    review.reject(List.of(pairs.get(2)));
    review.add("Who oils it?", chunks.get(0));
    review.setRelevance(review.add("Who turns it?", chunks.get(1)).pairs(), 0);
    review.add("Who opens it?", more.get(0));
    assertThat(fixture.store().usable()).isEqualTo(new UsablePairs(4, 0, 0, 0, 4));
    assertThat(fixture.store().open()).isEqualTo(new OpenPassages(1, 10));
    review.split(new SplitOptions(SplitMethod.RANDOM, new Shares(0, 0, 1), 1, false));
    assertThat(fixture.store().usable().all()).isEqualTo(4);
    assertThat(fixture.store().usable().unsplit()).isZero();
    review.remove(List.of(pairs.get(0)));
    assertThat(fixture.store().usable().all()).isEqualTo(3);
  }

  @Test
  void historyTellsEverything() {
    var review = fixture.review("Ben");
    review.accept(pairs);
    review.undo();
    review.edit(pairs.get(0), "Where is the oil?");
    review.setRelevance(List.of(pairs.get(0)), 2);
    assertThat(review.history(pairs.get(0)))
        .extracting(HistoryEntry::kind, HistoryEntry::reviewer, HistoryEntry::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ActionKind.WRITE, "Ana", "TO_REVIEW"),
            org.assertj.core.groups.Tuple.tuple(ActionKind.ACCEPT, "Ben", "ACCEPTED"),
            org.assertj.core.groups.Tuple.tuple(ActionKind.UNDO, "Ben", "TO_REVIEW"),
            org.assertj.core.groups.Tuple.tuple(ActionKind.EDIT, "Ben", "Where is the oil?"),
            org.assertj.core.groups.Tuple.tuple(ActionKind.RELEVANCE, "Ben", "2.0"));
    assertThat(review.history(pairs.get(0)).get(2).target()).isEqualTo(ActionKind.ACCEPT);
  }

  @Test
  void aBlankQuestionAndAnUnknownPassageAreRefused() {
    assertThatThrownBy(() -> fixture.review().edit(pairs.get(0), "  "))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> fixture.review().add("Why?", UUID.randomUUID()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no passage");
  }

  @Test
  void pairsOfARemovedDocumentAreHiddenAndComeBack() {
    var before = fixture.store().rows();
    var documents = new dev.retune.document.DocumentStore(fixture.project());
    var id = before.getFirst().documentId();
    documents.remove(List.of(id));
    assertThat(fixture.store().rows()).isEmpty();
    assertThat(fixture.store().counts().all()).isZero();
    assertThat(fixture.store().chunksWithPairs()).isEmpty();
    documents.restore(List.of(id));
    assertThat(fixture.store().rows()).isEqualTo(before);
  }

  @Test
  void aRunUnderWayIsNotUndoneByAPersonsUndo() {
    var lasting = fixture.store().decisions().begin(ActionKind.WRITE, Origin.LLM, "Ana");
    var first =
        new NewPair(
            "A?", List.of(new NewPair.Grade(chunks.get(0), 3)), ReviewStatus.TO_REVIEW, null, null);
    var second =
        new NewPair(
            "B?", List.of(new NewPair.Grade(chunks.get(1), 3)), ReviewStatus.TO_REVIEW, null, null);
    lasting.add(List.of(first), fixture.clock.instant());
    fixture.review().accept(List.of(pairs.get(0)));
    lasting.add(List.of(second), fixture.clock.instant());
    fixture.review().undo();
    assertThat(status(0)).isEqualTo(ReviewStatus.TO_REVIEW);
    assertThat(fixture.store().rows()).hasSize(5);
    lasting.end();
    fixture.review().undo();
    assertThat(fixture.store().rows()).hasSize(3);
    fixture.review().redo();
    fixture.review().redo();
    assertThat(fixture.store().rows()).hasSize(5);
    assertThat(status(0)).isEqualTo(ReviewStatus.ACCEPTED);
  }

  @Test
  void tenThousandRowsAreDecidedInOneStepAndWellUnderASecond() {
    var many =
        fixture.document(
            "big.pdf", IntStream.range(0, 10_000).mapToObj(i -> "Passage " + i).toList());
    var ids = fixture.written(many);
    var review = fixture.review();
    review.accept(ids.subList(0, 10));
    long start = System.nanoTime();
    review.reject(ids);
    long decided = System.nanoTime();
    review.undo();
    long undone = System.nanoTime();
    assertThat((decided - start) / 1_000_000).as("ms to reject").isLessThan(1000);
    assertThat((undone - decided) / 1_000_000).as("ms to undo").isLessThan(1000);
    assertThat(fixture.store().counts()).isEqualTo(new PairCounts(9_993, 10, 0));
  }
}
